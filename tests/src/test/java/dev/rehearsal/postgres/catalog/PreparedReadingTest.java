package dev.rehearsal.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.SchemaReader;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What changes between two readings is held against a session of its own, change by change, in {@link AlterationsIT}. */
class PreparedReadingTest {
    private static final String OURS =
            " FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kept'";

    private final DatabaseAddress database = TestPostgres.freshDatabase();
    private final SchemaReader reader = new PostgresCatalog().reader(kept(database), Set.of());

    @Test
    void one_session_reads_again_and_again_and_holds_nothing_meanwhile() throws Exception {
        try (reader) {
            assertThat(ask("SELECT count(*)" + OURS)).isEqualTo("0");
            int before = reader.read().definitions().size();
            String process = ask("SELECT pid" + OURS);
            assertThat(ask("SELECT state" + OURS)).isEqualTo("idle");
            assertThat(ask("SELECT count(*) FROM pg_locks WHERE pid = " + process))
                    .isEqualTo("0");

            TestPostgres.run(database, "CREATE TABLE added (id int)");

            assertThat(reader.read().definitions()).hasSizeGreaterThan(before);
            assertThat(ask("SELECT pid" + OURS)).isEqualTo(process);
        }
    }

    @Test
    void a_session_that_was_ended_is_replaced() throws Exception {
        try (reader) {
            reader.read();
            TestPostgres.run(database, "CREATE TABLE added (id int)");
            assertThat(ask("SELECT bool_and(pg_terminate_backend(pid, 10000))" + OURS))
                    .isEqualTo("t");
            assertThat(reader.read())
                    .isEqualTo(new PostgresCatalog().snapshot(TestPostgres.connect(database), Set.of()));
        }
    }

    private static DataSource kept(DatabaseAddress database) {
        return new PostgresDialect().connect(database, "kept");
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = TestPostgres.connect(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
