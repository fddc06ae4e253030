package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The goals around a review: what is told before a rehearsal, accepted after it, compared, and put on the site. */
class ReviewIT {
    private static final String TABLE = "CREATE TABLE t (id int PRIMARY KEY, note text);\n";

    /** A pair of braces is a link in a site's text, unless one takes care. */
    private static final String HOSTILE_TABLE = "CREATE TABLE \"{told, javascript:alert(1)}<b>\" (id int);\n";

    @Test
    void lint_guesses_without_a_database_and_lets_the_build_pass() throws IOException {
        MavenBuild build = project("lint", "V1__a.sql", TABLE, "V2__b.sql", "CREATE INDEX t_note ON t (note);\n");

        BuildResult told = build.run("rehearsal:lint", "-Drehearsal.database=jdbc:postgresql://localhost:1/x");

        assertThat(told.succeeded()).as(told.output()).isTrue();
        assertThat(told.output())
                .contains("V2__b.sql:1: warning index-not-concurrent", "This is a guess", "undo-missing");
        assertThat(told.text("lint.sarif")).contains("index-not-concurrent", "2.1.0");

        BuildResult refused = build.run("rehearsal:lint", "-Drehearsal.lint.failOn=warning");
        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.output()).contains("BUILD FAILURE", "rehearsal.lint.failOn=warning");
    }

    @Test
    void lint_fails_for_a_history_that_could_not_run() throws IOException {
        BuildResult build =
                project("lint-history", "V1__a.sql", TABLE, "V1__b.sql", TABLE).run("rehearsal:lint");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains("version-duplicate", "V1__a.sql", "V1__b.sql");
    }

    @Test
    void a_baseline_lets_the_build_pass_and_the_site_and_a_comparison_tell_of_it() throws IOException {
        MavenBuild build = project("baseline", "V1__a.sql", TABLE + HOSTILE_TABLE)
                .with("-Drehearsal.rows=50", "-Drehearsal.lockQueue.hold=0s", "-Drehearsal.undo=required");
        assertThat(build.run("rehearsal:verify").succeeded()).isFalse();
        Path base = build.project().resolve("base.json");
        Files.copy(build.project().resolve("target/rehearsal/report.json"), base);

        BuildResult accepted = build.run("rehearsal:baseline", "rehearsal:verify");

        assertThat(accepted.succeeded()).as(accepted.output()).isTrue();
        assertThat(accepted.output()).contains("baselined: 2 findings");
        JsonNode finding = accepted.report().at("/migrations/0/findings/0");
        assertThat(finding.at("/rule").asString()).isEqualTo("undo-missing");
        assertThat(finding.at("/baselined").asBoolean()).isTrue();
        assertThat(Files.readString(build.project().resolve("rehearsal-baseline.yaml")))
                .contains("undo-missing", "V1__a.sql");

        BuildResult told = build.run("rehearsal:compare", "site", "-Drehearsal.compare.base=" + base);

        assertThat(told.succeeded()).as(told.output()).isTrue();
        assertThat(told.text("compare.md"))
                .contains("in 1 compared migration\n")
                .doesNotContain("newly lossy");
        assertThat(Files.readString(build.project().resolve("target/site/rehearsal.html")))
                .contains("PASSED", "V1__a.sql", "undo-missing", "Baselined:", "rehearsal-report.html")
                .contains("{told, javascript:alert(1)}&lt;b&gt;")
                .doesNotContain("href=\"javascript", "{told, javascript:alert(1)}<b>");
        assertThat(build.project().resolve("target/site/rehearsal-report.html")).isRegularFile();
    }

    private static MavenBuild project(String name, String... filesAndTexts) throws IOException {
        MavenBuild build = MavenBuild.ofCopy(Path.of("src/it/site"), "review-" + name);
        Path migrations = Files.createDirectories(build.project().resolve("src/main/resources/db/migration"));
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            Files.writeString(migrations.resolve(filesAndTexts[i]), filesAndTexts[i + 1]);
        }
        return build;
    }
}
