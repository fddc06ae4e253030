package dev.rehearsal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.dialect.Wire.Gate;
import dev.rehearsal.dialect.Wire.Listener;
import dev.rehearsal.dialect.Wire.Sent;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.spi.Modules;
import dev.rehearsal.testing.TestPostgres;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** What the gate passes on is what the server says, and what it tells is what was sent. */
class WireTest {
    private final DatabaseAddress address = TestPostgres.freshDatabase();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private @Nullable Gate gate;
    private @Nullable String question;

    @AfterEach
    void closeGate() {
        if (gate != null) {
            gate.close();
        }
    }

    private Connection connect(boolean apart, String... parameters) throws SQLException {
        if (gate == null) {
            gate = Modules.engine(DatabaseSpec.parse("embedded"))
                    .wire()
                    .orElseThrow()
                    .open(TestPostgres.connect(address), apart, new Told());
        }
        Properties properties = new Properties();
        properties.put("user", address.user());
        properties.put("password", address.password());
        for (int i = 0; i < parameters.length; i += 2) {
            properties.put(parameters[i], parameters[i + 1]);
        }
        Connection connection = new Driver().connect(gate.parts().get("jdbcUrl"), properties);
        told.clear();
        return Objects.requireNonNull(connection);
    }

    /** Writes down, and asks the session a question where a test wants that. */
    private final class Told implements Listener {
        @Override
        public void before(Sent sent, RunSession session) {
            told.add("> " + sent.sql() + asked(session));
        }

        @Override
        public void after(Sent sent, RunSession session, @Nullable SQLException failure) {
            try {
                told.add("< " + sent.controls().size() + " " + session.transaction()
                        + (failure == null ? "" : " " + failure.getSQLState()) + asked(session));
            } catch (SQLException e) {
                told.add("! " + e.getMessage());
            }
        }

        private String asked(RunSession session) {
            if (question == null) {
                return "";
            }
            try {
                return " = " + session.ask(question, row -> String.valueOf(row.text(1)));
            } catch (SQLException e) {
                return " ! " + e.getMessage();
            }
        }

        @Override
        public void unseen(Sent sent) {
            told.add("unseen " + sent.sql());
        }

        @Override
        public void closing(RunSession session, boolean closed) {
            told.add(closed ? "closed" : "closing");
        }
    }

    @Test
    void a_session_and_its_transactions_are_told_as_they_are() throws Exception {
        try (Connection connection = connect(false);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE t (i int)");
            assertThatThrownBy(() -> statement.execute("SELECT 1/0")).hasMessageContaining("division by zero");
            connection.rollback();
        }
        Objects.requireNonNull(gate).close();

        assertThat(told)
                .containsExactly(
                        "> BEGIN",
                        "< 1 OPEN",
                        "> CREATE TABLE t (i int)",
                        "< 1 OPEN",
                        "> SELECT 1/0",
                        "< 1 FAILED 22012",
                        "> ROLLBACK",
                        "< 1 NONE",
                        "closing",
                        "closed");
    }

    @Test
    void a_prepared_statement_works_while_the_session_is_asked_in_between() throws Exception {
        question = "SELECT txid_current_if_assigned() IS NOT NULL";
        try (Connection connection = connect(true, "prepareThreshold", "0");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (i int)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                for (int i = 0; i < 3; i++) {
                    insert.setInt(1, i);
                    assertThat(insert.executeUpdate()).isEqualTo(1);
                }
            }
            connection.commit();
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(3);
            }
        }
        Objects.requireNonNull(gate).close();
        assertThat(told)
                .contains("> INSERT INTO t VALUES ($1) = [t]", "< 1 OPEN = [t]", "> COMMIT = [t]", "< 1 NONE = [f]");
    }

    @Test
    void a_message_apart_keeps_its_effect_its_results_and_where_its_error_points() throws Exception {
        try (Connection connection = connect(true, "preferQueryMode", "simple");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (i int); INSERT INTO t VALUES (1), (2); SELECT i FROM t");
            assertThat(told)
                    .containsExactly(
                            "> BEGIN", "< 1 OPEN",
                            "> CREATE TABLE t (i int)", "< 1 OPEN",
                            "> INSERT INTO t VALUES (1), (2)", "< 1 OPEN",
                            "> SELECT i FROM t", "< 1 OPEN",
                            "> COMMIT", "< 1 NONE");
            assertThat(statement.getUpdateCount()).isZero();
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(2);
            assertThat(statement.getMoreResults()).isTrue();

            assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (3); SELECT nothing FROM t; SELECT 1"))
                    .hasMessageContaining("Position: 34");
            assertThat(told).endsWith("< 1 FAILED 42703", "> ROLLBACK", "< 1 NONE");
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void an_error_that_only_the_commit_finds_is_the_programs() throws Exception {
        try (Connection connection = connect(true, "preferQueryMode", "simple");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (i int UNIQUE DEFERRABLE INITIALLY DEFERRED)");

            assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (1); INSERT INTO t VALUES (1)"))
                    .hasMessageContaining("duplicate key");
            assertThat(told).endsWith("> COMMIT", "< 1 NONE 23505");
            assertThat(statement.execute("SELECT 1")).isTrue();
        }
    }

    @Test
    void what_ends_transactions_in_its_middle_is_told_as_one() throws Exception {
        try (Connection connection = connect(true, "preferQueryMode", "simple");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (i int); COMMIT; SELECT 1");
            assertThat(told).containsExactly("> CREATE TABLE t (i int); COMMIT; SELECT 1", "< 3 NONE");
            told.clear();
            statement.execute("BEGIN; INSERT INTO t VALUES (1); COMMIT");
            assertThat(told).hasSize(6).startsWith("> BEGIN", "< 1 OPEN").endsWith("> COMMIT", "< 1 NONE");
        }
    }

    @Test
    void rows_are_copied_in_and_out_and_a_broken_copy_ends() throws Exception {
        try (Connection connection = connect(true);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (i int)");
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            String rows = "1\n".repeat(200_000);
            assertThat(copies.copyIn("COPY t FROM STDIN", new StringReader(rows)))
                    .isEqualTo(200_000);
            StringWriter out = new StringWriter();
            assertThat(copies.copyOut("COPY t TO STDOUT", out)).isEqualTo(200_000);
            assertThat(out.toString()).isEqualTo(rows);

            assertThatThrownBy(() -> copies.copyIn("COPY t FROM STDIN", new StringReader("1\nx\n" + rows)))
                    .hasMessageContaining("invalid input syntax");
            assertThat(statement.execute("SELECT count(*) FROM t")).isTrue();
            assertThat(told)
                    .containsSubsequence(
                            "> COPY t FROM STDIN", "< 1 NONE", "> COPY t TO STDOUT", "< 1 NONE", "< 1 NONE 22P02");
        }
    }

    @Test
    void many_in_one_batch_are_told_as_one() throws Exception {
        try (Connection connection = connect(true);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (i int)");
            told.clear();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                for (int i = 0; i < 50; i++) {
                    insert.setInt(1, i);
                    insert.addBatch();
                }
                assertThat(insert.executeBatch()).hasSize(50);
            }
            assertThat(told.get(told.size() - 1)).startsWith("< 5");
        }
    }

    @Test
    void a_cancel_reaches_the_statement() throws Exception {
        try (Connection connection = connect(false);
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(600)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
        }
    }

    @Test
    void a_session_that_is_ended_by_the_server_ends_for_the_program_too() throws Exception {
        try (Connection connection = connect(false);
                Connection other = TestPostgres.connect(address).getConnection();
                Statement statement = connection.createStatement();
                Statement killer = other.createStatement()) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            killer.execute("SELECT pg_terminate_backend(" + pid + ", 10000)");
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
        Objects.requireNonNull(gate).close();
        assertThat(told).contains("closed");
    }
}
