package dev.rehearsal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.embedded.ClasspathBinaries;
import dev.rehearsal.provider.embedded.EmbeddedProvider;
import dev.rehearsal.testing.TestPostgres;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that syncs as a rehearsal's does. */
class UnsyncedTest {
    @TempDir
    static Path parent;

    private static DatabaseServer server;
    private static DataSource maintenance;

    private final PostgresDatabases databases = new PostgresDatabases();

    @BeforeAll
    static void start() {
        ClasspathBinaries programs = new ClasspathBinaries(UnsyncedTest.class.getClassLoader());
        server = new EmbeddedProvider(18, programs, parent).start(Progress.SILENT);
        maintenance = TestPostgres.connect(server.maintenance());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nothing_syncs_until_it_is_closed_and_then_everyone_does() throws Exception {
        try (Connection other = maintenance.getConnection()) {
            try (Unsynced unsynced = Unsynced.on(maintenance)) {
                assertThat(unsynced.switched()).isTrue();
                assertThat(ask("SHOW fsync")).isEqualTo("off");
                assertThat(soon(other, "off")).isTrue();
            }
            assertThat(ask("SHOW fsync")).isEqualTo("on");
            assertThat(soon(other, "on")).isTrue();
        }
    }

    @Test
    void databases_are_discarded_and_the_server_syncs_again() throws Exception {
        databases.create(maintenance, "rehearsal_a");
        databases.create(maintenance, "rehearsal_b");
        databases.unsynced().drop(maintenance, List.of("rehearsal_a", "rehearsal_gone", "rehearsal_b"));

        assertThat(ask("SELECT count(*) FROM pg_database WHERE datname ~ '^rehearsal'"))
                .isEqualTo("0");
        assertThat(ask("SHOW fsync")).isEqualTo("on");
    }

    @Test
    void a_database_that_cannot_be_dropped_does_not_keep_it_from_syncing() throws Exception {
        databases.create(maintenance, "rehearsal_c");
        try (Connection connection = maintenance.getConnection()) {
            run(connection, "COMMENT ON DATABASE rehearsal_c IS 'somebody''s own'");
            assertThatThrownBy(() -> databases.unsynced().drop(maintenance, List.of("rehearsal_c")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("was not made by Rehearsal");
            assertThat(ask("SHOW fsync")).isEqualTo("on");
            run(connection, "DROP DATABASE rehearsal_c");
        }
    }

    @Test
    void a_copy_has_the_rows_and_the_server_syncs_again() throws Exception {
        databases.create(maintenance, "rehearsal_d");
        DataSource original = TestPostgres.connect(server.database("rehearsal_d"));
        try (Connection connection = original.getConnection()) {
            run(connection, "CREATE TABLE t AS SELECT generate_series(1, 70000) AS id");
        }
        databases.unsynced().copy(maintenance, "rehearsal_d", "rehearsal_e");
        try (Connection connection =
                TestPostgres.connect(server.database("rehearsal_e")).getConnection()) {
            assertThat(ask(connection, "SELECT count(*) FROM t")).isEqualTo("70000");
        }
        assertThat(ask("SHOW fsync")).isEqualTo("on");
        databases.unsynced().drop(maintenance, List.of("rehearsal_d", "rehearsal_e"));
    }

    @Test
    void a_copy_that_fails_does_not_keep_it_from_syncing() throws Exception {
        assertThatThrownBy(() -> databases.unsynced().copy(maintenance, "rehearsal_gone", "rehearsal_f"))
                .hasMessageContaining("There is no database rehearsal_gone");
        assertThat(ask("SHOW fsync")).isEqualTo("on");
    }

    @Test
    void a_connection_lost_meanwhile_does_not_keep_it_from_syncing() throws Exception {
        try (Connection other = maintenance.getConnection();
                Unsynced unsynced = Unsynced.on(maintenance)) {
            String process = ask(unsynced.connection(), "SELECT pg_backend_pid()");
            assertThat(ask(other, "SELECT pg_terminate_backend(" + process + ", 10000)"))
                    .isEqualTo("t");
        }
        assertThat(ask("SHOW fsync")).isEqualTo("on");
    }

    @Test
    void a_connection_lost_before_anything_was_switched_is_told_as_that() {
        DataSource lost = (DataSource) Proxy.newProxyInstance(
                UnsyncedTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = maintenance.getConnection();
                    connection.close();
                    return connection;
                });
        assertThatThrownBy(() -> Unsynced.on(lost)).isInstanceOf(SQLException.class);
    }

    @Test
    void a_server_that_refuses_other_settings_goes_on_as_it_did() throws Exception {
        try (Connection connection = maintenance.getConnection()) {
            run(connection, "CREATE ROLE plain LOGIN PASSWORD 'plain'");
        }
        DataSource plain =
                TestPostgres.connect(new DatabaseAddress(server.maintenance().url(), "plain", "plain"));
        try (Unsynced unsynced = Unsynced.on(plain)) {
            assertThat(unsynced.switched()).isFalse();
            assertThat(ask("SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void one_that_never_synced_does_not_begin_to() throws Exception {
        DataSource fast = TestPostgres.connect(TestPostgres.address("postgres"));
        Unsynced.on(fast).close();
        try (Connection connection = fast.getConnection()) {
            assertThat(ask(connection, "SHOW fsync")).isEqualTo("off");
        }
    }

    /** Sessions are told one after the other. */
    private static boolean soon(Connection connection, String value) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!ask(connection, "SHOW fsync").equals(value)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
        }
        return true;
    }

    private static String ask(String question) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            return ask(connection, question);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
