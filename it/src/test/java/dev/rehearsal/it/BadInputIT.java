package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a user may get wrong, and whether the message says what to do. */
class BadInputIT {
    private static final String TABLE = "CREATE TABLE t (id int PRIMARY KEY);\n";

    @Test
    void a_location_that_does_not_exist_is_named() throws IOException {
        BuildResult build = project("no-location").run("verify", "-Drehearsal.locations=filesystem:nowhere");

        assertBroken(build, "nowhere");
    }

    @Test
    void an_empty_folder_does_not_pass() throws IOException {
        MavenBuild build = project("empty-folder");
        Files.createDirectories(migrations(build));

        assertBroken(build.run("verify"), "no migration");
    }

    @Test
    void an_undo_of_nothing_is_named() throws IOException {
        BuildResult build = project(
                        "undo-of-nothing", "V1__a.sql", TABLE, "U1__a.sql", "DROP TABLE t;", "U2__b.sql", "")
                .run("verify");

        assertAtFault(build, "undo-without-migration", "U2__b.sql");
    }

    @Test
    void two_scripts_of_one_version_are_both_named() throws IOException {
        BuildResult build =
                project("duplicate", "V1__a.sql", TABLE, "V1__b.sql", TABLE).run("verify");

        assertAtFault(build, "version-duplicate", "V1__a.sql", "V1__b.sql");
    }

    @Test
    void a_syntax_error_has_its_file_line_and_sqlstate() throws IOException {
        BuildResult build = project(
                        "syntax", "V1__a.sql", TABLE + "\n\nCREATE TABEL u ();\n", "U1__a.sql", "DROP TABLE t;")
                .run("verify");

        assertAtFault(build, "up-failed", "V1__a.sql:4", "42601");
    }

    @Test
    void an_undo_that_fails_half_way_has_its_file_and_line() throws IOException {
        BuildResult build = project("half-undo", "V1__a.sql", TABLE, "U1__a.sql", "DROP TABLE t;\nDROP TABLE u;\n")
                .run("verify");

        assertAtFault(build, "undo-failed", "U1__a.sql:2", "42P01");
    }

    @Test
    void a_statement_that_never_ends_is_cancelled() throws IOException {
        BuildResult build = project(
                        "endless", "V1__a.sql", TABLE + "SELECT pg_sleep(3600);\n", "U1__a.sql", "DROP TABLE t;")
                .with("-Drehearsal.statementTimeout=2s")
                .run("verify");

        assertAtFault(build, "up-failed", "V1__a.sql:2", "statementTimeout");
    }

    @Test
    void a_server_that_does_not_answer_is_named() throws IOException {
        BuildResult build = project("unreachable", "V1__a.sql", TABLE)
                .with("-Drehearsal.database=jdbc:postgresql://localhost:1/x", "-Drehearsal.disposable=true")
                .run("verify");

        assertBroken(build, "localhost:1");
    }

    @Test
    void a_server_is_not_used_without_leave() throws IOException {
        BuildResult build = project("no-leave", "V1__a.sql", TABLE)
                .with("-Drehearsal.database=jdbc:postgresql://localhost:1/x")
                .run("verify");

        assertBroken(build, "disposable");
    }

    @Test
    void another_database_than_postgresql_is_no_surprise_but_an_error() throws IOException {
        BuildResult build = project("mysql", "V1__a.sql", TABLE)
                .with("-Drehearsal.database=jdbc:mysql://localhost/x", "-Drehearsal.disposable=true")
                .run("verify");

        assertBroken(build, "jdbc:postgresql:");
    }

    @Test
    void an_unknown_property_names_the_nearest() throws IOException {
        BuildResult build = project("unknown-property", "V1__a.sql", TABLE)
                .with("-Drehearsal.budget.lock=1s")
                .run("verify");

        assertBroken(build, "rehearsal.budgets.lock");
    }

    @Test
    void an_unknown_key_in_rehearsal_yaml_names_the_nearest() throws IOException {
        MavenBuild build = project("unknown-key", "V1__a.sql", TABLE);
        Files.writeString(build.project().resolve("rehearsal.yaml"), "databse: embedded\n");

        assertBroken(build.run("verify"), "'database'");
    }

    @Test
    void a_file_of_another_encoding_is_named() throws IOException {
        MavenBuild build = project("encoding", "U1__a.sql", "DROP TABLE t;");
        Files.write(
                migrations(build).resolve("V1__a.sql"),
                (TABLE + "-- caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));

        assertAtFault(build.run("verify"), "wrong-encoding", "V1__a.sql", "UTF-8");
    }

    private static void assertBroken(BuildResult build, String... words) {
        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output())
                .contains(words)
                .contains("MojoExecutionException")
                .doesNotContain("\tat ");
    }

    private static void assertAtFault(BuildResult build, String... words) {
        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output())
                .contains(words)
                .contains("MojoFailureException")
                .doesNotContain("\tat ");
    }

    private static MavenBuild project(String name, String... filesAndTexts) throws IOException {
        MavenBuild build = MavenBuild.ofCopy(Path.of("src/it/plain"), "bad-" + name);
        if (filesAndTexts.length > 0) {
            Files.createDirectories(migrations(build));
        }
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            Files.writeString(migrations(build).resolve(filesAndTexts[i]), filesAndTexts[i + 1]);
        }
        return build;
    }

    private static Path migrations(MavenBuild build) {
        return build.project().resolve("src/main/resources/db/migration");
    }
}
