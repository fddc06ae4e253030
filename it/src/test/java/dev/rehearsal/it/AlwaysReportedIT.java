package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reports are written whatever happens, and say what happened. */
class AlwaysReportedIT {
    private static final List<String> REPORTS =
            List.of("report.json", "report.html", "report.md", "report.sarif", "TEST-rehearsal.xml");

    private static final String TABLE = "CREATE TABLE t (id int PRIMARY KEY);\n";

    @Test
    void drops_that_need_leave_are_rehearsed_without_a_word() throws IOException {
        MavenBuild build = project("drops-need-leave");
        write(build, "V1__guard.sql", """
                -- rehearsal: irreversible — the first version: there is nothing before it to go back to
                CREATE TABLE asset (id bigint PRIMARY KEY, label text NOT NULL);
                CREATE FUNCTION no_accidental_drop() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF coalesce(current_setting('app.allow_drop', true), 'off') <> 'on'
                     AND EXISTS (SELECT FROM pg_event_trigger_dropped_objects() WHERE object_type = 'table') THEN
                    RAISE EXCEPTION 'tables are dropped with app.allow_drop = on only';
                  END IF;
                END
                $$;
                CREATE EVENT TRIGGER no_accidental_drop ON sql_drop EXECUTE FUNCTION no_accidental_drop();
                """);
        write(build, "V2__asset_photo.sql", "CREATE TABLE asset_photo (id bigint PRIMARY KEY, taken date);\n");
        write(build, "U2__asset_photo.sql", """
                -- rehearsal: allow lock-queue — nobody reads the table for long
                SET LOCAL app.allow_drop = 'on';
                DROP TABLE asset_photo;
                """);

        BuildResult result = build.run("verify");

        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(result.report().path("verdict").asString()).isEqualTo("PASSED");
        assertThat(result.report()
                        .path("migrations")
                        .path(1)
                        .path("schemaAfterDown")
                        .path("identical")
                        .asBoolean())
                .isTrue();
        assertThat(result.output()).doesNotContain("WARN");
    }

    @Test
    void a_version_twice_is_in_every_report() throws IOException {
        MavenBuild build = project("twice");
        write(build, "V1__a.sql", TABLE);
        write(build, "V1__b.sql", TABLE);

        BuildResult result = build.run("verify");

        assertTold(result, "MojoFailureException", "version-duplicate", "V1__b.sql");
        assertThat(result.report().path("verdict").asString()).isEqualTo("FAILED");
        assertThat(result.report().path("database").path("product").asString()).isEqualTo("none");
    }

    @Test
    void what_an_earlier_run_reported_does_not_outlive_bad_settings() throws IOException {
        MavenBuild build = project("stale");
        write(build, "V1__a.sql", TABLE);
        Path old = Files.createDirectories(build.project().resolve("target/rehearsal"));
        for (String report : REPORTS) {
            Files.writeString(old.resolve(report), "{\"verdict\": \"PASSED\"}");
        }

        BuildResult result = build.with("-Drehearsal.scale=many").run("verify");

        assertTold(result, "MojoExecutionException", "not-measured", "rehearsal.scale=many");
        assertThat(result.report().path("verdict").asString()).isEqualTo("INCOMPLETE");
    }

    @Test
    void an_unexpected_error_is_told_and_what_was_measured_before_it_stays() throws IOException {
        MavenBuild build = project("unexpected");
        write(build, "V1__a.sql", TABLE);
        write(build, "U1__a.sql", "DROP TABLE t;");
        write(build, "V2__b.sql", "CREATE TABLE u (id int PRIMARY KEY);");
        write(build, "U2__b.sql", "DROP TABLE u;");
        Path classes = build.project().resolve("target/classes/dev/rehearsal/it");
        Files.createDirectories(classes);
        try (InputStream type = ThrowingCallback.class.getResourceAsStream("ThrowingCallback.class")) {
            Files.copy(Objects.requireNonNull(type), classes.resolve("ThrowingCallback.class"));
        }

        BuildResult result = build.with("-Dflyway.callbacks=" + ThrowingCallback.class.getName(), "-Dflyway.target=1")
                .run("verify");

        assertTold(result, "MojoExecutionException", "not-measured", "a step too far");
        assertThat(result.output())
                .contains("report.html")
                .contains("flyway.target")
                .contains("has no effect");
        assertThat(result.report().path("verdict").asString()).isEqualTo("INCOMPLETE");
        assertThat(result.report().path("migrations").path(0).path("verdict").asString())
                .isEqualTo("PASSED");
        assertThat(result.report().path("findings").toString())
                .contains("Rehearsal itself failed")
                .contains("ThrowingCallback.handle")
                .contains("report it");
    }

    private static void assertTold(BuildResult result, String exception, String rule, String words) {
        assertThat(result.succeeded()).as(result.output()).isFalse();
        assertThat(result.output()).contains(exception, rule, words).doesNotContain("\tat ");
        for (String report : REPORTS) {
            // a long name may be broken in the page
            assertThat(result.text(report).replace("<wbr/>", ""))
                    .as(report)
                    .contains(rule)
                    .contains(words);
        }
    }

    private static MavenBuild project(String name) {
        return MavenBuild.ofCopy(Path.of("src/it/plain"), "always-" + name);
    }

    private static void write(MavenBuild build, String name, String text) throws IOException {
        Path folder = build.project().resolve("src/main/resources/db/migration");
        Files.writeString(Files.createDirectories(folder).resolve(name), text);
    }
}
