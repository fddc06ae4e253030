package dev.rehearsal.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.report.Reports;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.OtherServer;
import dev.rehearsal.result.OtherServer.Difference;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.Modules;
import dev.rehearsal.spi.ServerPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same history on PostgreSQL 18 and 14: what goes otherwise on 14 is told, and nothing else. */
class MatrixIT {
    @TempDir
    Path root;

    @Test
    void what_only_the_newer_server_understands_is_told_of_the_older() throws IOException {
        script("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL);");
        script("U1__users.sql", "DROP TABLE users;");
        script("V2__name.sql", "ALTER TABLE users ADD COLUMN name text;");
        script("U2__name.sql", "ALTER TABLE users DROP COLUMN name;");
        script("V3__email.sql", "CREATE UNIQUE INDEX users_email ON users (email) NULLS NOT DISTINCT;");
        script("U3__email.sql", "DROP INDEX users_email;");

        RehearsalReport report = rehearsed();

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.migrations()).extracting(m -> m.verdict()).containsOnly(Verdict.PASSED);
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("up-failed"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo("V3__email.sql");
                    assertThat(finding.message()).startsWith("On PostgreSQL 14.22 (embedded): The up failed");
                });
        OtherServer older = report.database().others().get(0);
        assertThat(older.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(older.differences())
                .filteredOn(difference -> !difference.what().startsWith("time of"))
                .extracting(Difference::script, Difference::what)
                .contains(Tuple.tuple("V3__email.sql", "verdict"))
                .doesNotContain(Tuple.tuple("V1__users.sql", "verdict"), Tuple.tuple("V2__name.sql", "locks of up"));
        assertTold(report);
    }

    @Test
    void where_nothing_goes_otherwise_nothing_is_told() throws IOException {
        script("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY, email text);");
        script("U1__users.sql", "DROP TABLE users;");
        script("V2__name.sql", "ALTER TABLE users ADD COLUMN name text NOT NULL DEFAULT '';");
        script("U2__name.sql", "ALTER TABLE users DROP COLUMN name;");

        RehearsalReport report = rehearsed();

        assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.PASSED);
        assertThat(report.findings()).extracting(Finding::message).noneMatch(message -> message.startsWith("On "));
        assertThat(report.database().others())
                .singleElement()
                .satisfies(older -> assertThat(older.differences())
                        .filteredOn(difference -> !difference.what().startsWith("time of"))
                        .isEmpty());
    }

    private void assertTold(RehearsalReport report) throws IOException {
        Path reports = root.resolve("reports");
        new Reports(Modules.ruleHelp(), root, null).writeAll(reports, report);
        assertThat(reports.resolve("report.html")).content().contains("On other servers", "PostgreSQL 14.22");
        assertThat(reports.resolve("report.md")).content().contains("Also on PostgreSQL 14.22");
        assertThat(reports.resolve("report.json")).content().contains("\"others\"");
        assertThat(Reports.log(report)).extracting(line -> line.text()).anyMatch(line -> line.startsWith("Also on "));
    }

    private RehearsalReport rehearsed() {
        ClassLoader classes = getClass().getClassLoader();
        ServerPrograms older = new ServerPrograms(
                classes,
                (group, artifact, version) ->
                        Files.newInputStream(Path.of("target", "binaries", artifact + "-" + version + ".jar")));
        Settings settings = Settings.of(
                Map.of("database", "embedded:18", "also", "embedded:14", "rows", "100", "lockQueue.hold", "0s"),
                "the test");
        RehearsalProject project = new RehearsalProject(root, settings, Map.of(), classes, ServerPrograms.of(classes));
        Map<String, RehearsalReport> others = new LinkedHashMap<>();
        new RehearsalProject(root, settings, Map.of(), classes, older)
                .also()
                .forEach((database, there) -> others.put(database, run(there)));
        return Matrix.of(run(project), others);
    }

    private static RehearsalReport run(RehearsalProject project) {
        return new Rehearsal(project.options(), Progress.SILENT, Clock.systemUTC()).run();
    }

    private void script(String name, String text) throws IOException {
        Path file = root.resolve("src/main/resources/db/migration").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
