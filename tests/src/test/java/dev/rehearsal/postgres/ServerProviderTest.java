package dev.rehearsal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.Credentials;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.RunOwner;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.Readiness;
import dev.rehearsal.provider.embedded.ClasspathBinaries;
import dev.rehearsal.provider.embedded.EmbeddedProvider;
import dev.rehearsal.provider.server.ServerProvider;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProviderTest {
    private static final Credentials ROLE = new Credentials("some role", "some-secret");

    @TempDir
    static Path directory;

    private static DatabaseServer embedded;

    @BeforeAll
    static void start() {
        ClasspathBinaries binaries = new ClasspathBinaries(ServerProviderTest.class.getClassLoader());
        embedded = new EmbeddedProvider(18, binaries, directory).start(Progress.SILENT);
        run("CREATE ROLE \"some role\" LOGIN CREATEDB PASSWORD 'some-secret'");
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void a_role_that_may_create_databases_is_enough() throws Exception {
        try (DatabaseServer server = provider(ROLE).start(Progress.SILENT)) {
            PostgresDatabases databases = new PostgresDatabases();
            var maintenance = TestPostgres.connect(server.maintenance());
            databases.create(maintenance, "rehearsal_a");
            Readiness.connect(server.database("rehearsal_a")).close();
            databases.copy(maintenance, "rehearsal_a", "rehearsal_b");
            databases.drop(maintenance, "rehearsal_a");
            databases.drop(maintenance, "rehearsal_b");
            assertThat(server.provider()).isEqualTo("server");
            assertThat(server.unlikeProduction()).isEmpty();
        }
        assertThat(databases()).isEmpty();
    }

    @Test
    void a_superuser_is_refused() {
        Credentials superuser =
                new Credentials("postgres", embedded.maintenance().password());
        refuses(provider(superuser), "is a superuser");
    }

    @Test
    void a_wrong_password_is_said_to_be_wrong_and_never_printed() {
        refuses(provider(new Credentials("some role", "wrong-secret")), "The password is wrong.");
        String url = embedded.maintenance().url() + "&user=postgres&password=wrong-secret";
        refuses(
                new ServerProvider(url, access(Credentials.NONE), new PostgresServerInspector()),
                "The password is wrong.");
    }

    @Test
    void a_user_must_be_given() {
        refuses(provider(Credentials.NONE), "give a user");
    }

    @Test
    void an_unreachable_server_is_said_to_be_unreachable() {
        refuses(
                new ServerProvider("jdbc:postgresql://localhost:1/x", access(ROLE), new PostgresServerInspector()),
                "It does not answer.");
    }

    @Test
    void a_missing_database_is_said_to_be_missing() {
        String url = embedded.database("nowhere").url();
        refuses(new ServerProvider(url, access(ROLE), new PostgresServerInspector()), "It has no such database.");
    }

    @Test
    void what_a_killed_run_left_is_dropped_and_nothing_else() throws Exception {
        RunOwner self = RunOwner.current();
        RunOwner dead = new RunOwner(self.machine(), 4_190_000, 1);
        RunOwner elsewhere = new RunOwner("elsewhere", self.pid(), self.started());
        Instant now = Instant.now();
        create("rehearsal_dead", new DatabaseMarker(dead, now).toString());
        create("rehearsal_elsewhere_old", new DatabaseMarker(elsewhere, now.minus(Duration.ofHours(7))).toString());
        create("rehearsal_elsewhere", new DatabaseMarker(elsewhere, now.minus(Duration.ofHours(5))).toString());
        create("rehearsal_alive", new DatabaseMarker(self, now.minus(Duration.ofDays(2))).toString());
        create("rehearsal_of_somebody", "my own");
        create("precious", new DatabaseMarker(dead, now).toString());
        provider(ROLE).start(Progress.SILENT).close();
        assertThat(databases())
                .containsExactly("precious", "rehearsal_alive", "rehearsal_elsewhere", "rehearsal_of_somebody");
        for (String name : databases()) {
            run("DROP DATABASE " + name);
        }
    }

    @Test
    void a_process_that_is_terminated_drops_what_it_made() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseForAWhile.class.getName(),
                        embedded.maintenance().url())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("made");
        assertThat(databases()).containsExactly("rehearsal_for_a_while");
        process.destroy();
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(databases()).isEmpty();
    }

    static ServerAccess access(Credentials credentials) {
        return new ServerAccess(credentials, true, false, Set.of(), List.of());
    }

    private static ServerProvider provider(Credentials credentials) {
        return new ServerProvider(embedded.maintenance().url(), access(credentials), new PostgresServerInspector());
    }

    private static void refuses(ServerProvider provider, String message) {
        assertThatThrownBy(() -> provider.start(Progress.SILENT))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("secret");
    }

    private static void create(String name, String comment) {
        run("CREATE DATABASE " + name + " OWNER \"some role\"");
        run("COMMENT ON DATABASE " + name + " IS '" + comment + "'");
    }

    private static void run(String sql) {
        TestPostgres.run(embedded.maintenance(), sql);
    }

    private static List<String> databases() throws SQLException {
        DatabaseAddress address = embedded.maintenance();
        String sql = "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY 1";
        try (Connection connection = Readiness.connect(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
