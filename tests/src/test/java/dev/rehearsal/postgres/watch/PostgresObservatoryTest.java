package dev.rehearsal.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.postgres.lock.TableLockMode;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

@Timeout(60)
class PostgresObservatoryTest {
    private static final String USERS =
            "CREATE TABLE users AS SELECT i AS id, repeat('x', 200) AS name FROM generate_series(1, 5000) i";

    @AfterEach
    void nothing_of_ours_is_left() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (sessions() + threads() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(sessions()).isZero();
        assertThat(threads()).isZero();
    }

    @Test
    void statements_are_timed_with_their_log_and_rewrites() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS)
                .transaction(
                        "SELECT pg_sleep(0.1)",
                        "SELECT pg_sleep(0.4)",
                        "ALTER TABLE users ADD age int DEFAULT 1",
                        "ALTER TABLE users ALTER id TYPE bigint",
                        "CREATE INDEX ON users (id)");
        assertThat(facts.statements()).extracting(StatementFacts::line).containsExactly(1, 2, 3, 4, 5);
        StatementFacts brief = facts.statements().get(0);
        StatementFacts lengthy = facts.statements().get(1);
        assertThat(lengthy.durationMs() / brief.durationMs()).isBetween(2.0, 8.0);
        assertThat(brief.startMs()).isZero();
        assertThat(lengthy.startMs()).isGreaterThanOrEqualTo(brief.durationMs());
        assertThat(facts.statements().get(3).walBytes()).isGreaterThan(1_000_000L);
        assertThat(facts.statements())
                .extracting(StatementFacts::rewrites)
                .containsExactly(List.of(), List.of(), List.of(), List.of("public.users"), List.of());
        assertThat(facts.durationMs())
                .isGreaterThan(facts.statements().get(4).startMs()
                        + facts.statements().get(4).durationMs());
    }

    @Test
    void a_rewrite_outside_a_transaction_is_seen_and_an_emptied_table_is_none() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS).autocommit("VACUUM FULL users", "SELECT 1", "TRUNCATE users");
        assertThat(facts.statements())
                .extracting(StatementFacts::rewrites)
                .containsExactly(List.of("public.users"), List.of(), List.of());
    }

    @Test
    void a_statement_that_does_not_end_is_cancelled() throws Exception {
        Duration limit = Duration.ofMillis(300);
        Duration itself = Duration.ofSeconds(30);
        PhaseFacts facts = Rehearsed.on(USERS)
                .timeout(limit)
                .transaction("SELECT 1", "SELECT pg_sleep(" + itself.toSeconds() + ")");
        assertThat(facts.timedOut()).isTrue();
        assertThat(facts.statements().get(1).failed()).isTrue();
        assertThat(facts.statements().get(1).durationMs())
                .isBetween((double) limit.toMillis(), itself.toMillis() / 3.0);
    }

    @Test
    void an_index_built_concurrently_waits_for_nothing_of_ours() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS)
                .canaries("users")
                .timeout(Duration.ofSeconds(20))
                .autocommit("CREATE INDEX CONCURRENTLY users_id ON users (id)", "DROP INDEX CONCURRENTLY users_id");
        assertThat(facts.timedOut()).isFalse();
        assertThat(facts.statements()).hasSize(2).noneMatch(StatementFacts::failed);
        assertThat(facts.stalls()).allMatch(s -> s.timedOut() == 0);
    }

    @Test
    void statements_of_the_projects_code_are_timed_without_being_told_and_others_are_the_runners_own()
            throws Exception {
        Rehearsed rehearsed = Rehearsed.on(USERS);
        try (Observation observation = rehearsed.begin()) {
            try (Connection connection = observation.migrating().getConnection();
                    Statement statement = connection.createStatement();
                    PreparedStatement update = connection.prepareStatement("UPDATE users SET name = ?")) {
                connection.setAutoCommit(false);
                statement.execute("SELECT 'the runner'");
                observation.events().untold(() -> false);
                update.setString(1, "y");
                update.executeUpdate();
                observation.events().untold(() -> true);
                statement.execute("SELECT 'the runner again'");
                connection.setAutoCommit(true);
            }
            PhaseFacts facts = observation.finish();
            assertThat(facts.statements())
                    .singleElement()
                    .returns(0, StatementFacts::line)
                    .returns("UPDATE users SET name = ?", StatementFacts::sql);
            assertThat(Rehearsed.lock(facts, "public.users", TableLockMode.ROW_EXCLUSIVE.mode())
                            .line())
                    .isZero();
        }
    }

    @Test
    void a_connection_can_be_unwrapped() throws Exception {
        try (Observation observation = Rehearsed.on(USERS).begin();
                Connection connection = observation.migrating().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(connection.isWrapperFor(PGConnection.class)).isTrue();
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThat(statement.getConnection()).isSameAs(connection).isEqualTo(connection);
            try (ResultSet name = statement.executeQuery("SHOW application_name")) {
                assertThat(name.next()).isTrue();
                assertThat(name.getString(1)).isEqualTo("rehearsal-migration");
            }
            assertThatThrownBy(() -> statement.execute("SELEC"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42601"));
        }
    }

    @Test
    void closing_ends_what_the_runner_left_open() throws Exception {
        Connection left;
        try (Observation observation = Rehearsed.on(USERS).canaries("users").begin()) {
            left = observation.migrating().getConnection();
        }
        assertThat(left.isClosed()).isTrue();
    }

    @Test
    void what_is_not_asked_for_is_not_measured() throws Exception {
        Rehearsed rehearsed = Rehearsed.on(USERS);
        ObservationOptions nothing = new ObservationOptions(false, null, Duration.ofMinutes(1), false, Set.of());
        try (Observation observation = new PostgresObservatory().begin(rehearsed.address(), nothing)) {
            try (Connection connection = observation.migrating().getConnection()) {
                Rehearsed.run(observation, connection, 1, "DROP TABLE users");
            }
            PhaseFacts facts = observation.finish();
            assertThat(facts.locks()).isNull();
            assertThat(facts.stalls()).isNull();
            assertThat(facts.statements().get(0).walBytes()).isNull();
            assertThat(facts.statements().get(0).rewrites()).isNull();
            assertThat(facts.durationMs()).isPositive();
        }
    }

    @Test
    void nothing_to_stall_on_is_not_the_same_as_not_measured() throws Exception {
        PhaseFacts facts = Rehearsed.on("SELECT 1").transaction("CREATE TABLE first (id int)");
        assertThat(facts.stalls()).isEmpty();
    }

    @Test
    void canaries_on_rows_that_the_migration_writes_cannot_deadlock_with_it() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS + "; CREATE TABLE orders (id int)")
                .canaries("users", "orders")
                .transaction(
                        "UPDATE users SET name = 'y'",
                        "SELECT pg_sleep(1.5)", // longer than deadlock_timeout
                        "LOCK TABLE orders",
                        "ALTER TABLE users ADD age int",
                        "UPDATE users SET age = 1");
        assertThat(facts.statements()).hasSize(5).noneMatch(StatementFacts::failed);
        assertThat(Rehearsed.stall(facts, "public.users", Operation.SELECT).attempts())
                .isPositive();
        assertThat(facts.notMeasured()).isEmpty();
    }

    @Test
    void without_privileges_what_is_missed_is_said() throws Exception {
        Rehearsed rehearsed = Rehearsed.on("DROP ROLE IF EXISTS watched_weak; CREATE ROLE watched_weak LOGIN;"
                + " CREATE TABLE t (id int); ALTER TABLE t OWNER TO watched_weak");
        DatabaseAddress weak = new DatabaseAddress(rehearsed.address().url(), "watched_weak", "");
        try (Observation observation = new PostgresObservatory().begin(weak, rehearsed.options())) {
            try (Connection connection = observation.migrating().getConnection()) {
                Rehearsed.run(observation, connection, 7, "ALTER TABLE t ADD age int");
            }
            PhaseFacts facts = observation.finish();
            assertThat(facts.statements().get(0).failed()).isFalse();
            assertThat(facts.statements().get(0).rewrites()).isNull();
            if (Rehearsed.locks(facts).isEmpty()) {
                assertThat(facts.notMeasured()).anyMatch(note -> note.contains("line 7"));
            }
        }
    }

    @Test
    void a_database_that_is_not_there_leaves_nothing_behind() {
        Rehearsed rehearsed = Rehearsed.on(USERS);
        assertThatThrownBy(() -> new PostgresObservatory().begin(TestPostgres.address("nowhere"), rehearsed.options()))
                .isInstanceOf(SQLException.class);
    }

    private static int sessions() throws SQLException {
        try (Connection connection =
                        TestPostgres.connect(TestPostgres.address("postgres")).getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'rehearsal-%'")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("rehearsal-"))
                .count();
    }
}
