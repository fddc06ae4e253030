package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LogFlusherTest {
    private static final String FLUSHERS = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND query LIKE '%pg_logical_emit_message%' AND pid <> pg_backend_pid()";
    private static final String BEHIND = "SELECT pg_current_wal_insert_lsn() - pg_current_wal_flush_lsn()";

    private final DatabaseAddress address = TestPostgres.freshDatabase();

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void it_has_the_log_synced_until_it_is_closed_and_leaves_no_session() throws Exception {
        try (Connection connection = TestPostgres.connect(address).getConnection();
                Statement statement = connection.createStatement()) {
            LogFlusher flusher = LogFlusher.of(TestPostgres.connect(address));
            awaitThat(1, FLUSHERS, statement);
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE t AS SELECT i, repeat('x', 500) FROM generate_series(1, 5000) i");
            awaitThat(0, BEHIND, statement); // nothing has been committed here
            connection.rollback();
            connection.setAutoCommit(true);

            flusher.close();

            awaitThat(0, FLUSHERS, statement);
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void whoever_writes_rows_need_not_care_that_it_cannot_connect() {
        LogFlusher flusher = LogFlusher.of(
                TestPostgres.connect(new DatabaseAddress(address.url() + "_is_not_there", "postgres", "postgres")));

        flusher.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("rehearsal-log-flusher");
    }

    private static void awaitThat(long expected, String sql, Statement statement) throws Exception {
        while (number(sql, statement) != expected) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static long number(String sql, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
