package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.Reports;
import dev.rehearsal.report.text.LogLine;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of twenty versions on small tables: what nobody has to act on is counted, and all of it is in report.json. */
class QuietHistoryIT {
    private static final int TABLES = 5;

    @Test
    void what_nobody_has_to_act_on_is_counted_where_there_are_undos(@TempDir Path root) {
        ConfiguredProject project = history(root, true);

        RehearsalReport report = project.rehearse();

        List<Finding> notes = notes(report);
        assertThat(notes).hasSizeGreaterThan(TABLES);
        quiet(project, report, notes);
        assertThat(report.migrations().stream().flatMap(m -> m.findings().stream()))
                .extracting(Finding::rule)
                .doesNotContain("data-lost-after-use");
        assertThat(project.report("report.html")).contains("as it must be");
        assertThat(project.report("report.json")).contains("\"expected\" : true");
    }

    @Test
    void what_nobody_has_to_act_on_is_counted_where_the_project_only_goes_forward(@TempDir Path root) {
        ConfiguredProject project = history(root, false).set("undo", "none — a backup is restored");

        RehearsalReport report = project.rehearse();

        List<Finding> notes = notes(report);
        assertThat(notes).hasSizeGreaterThanOrEqualTo(TABLES);
        quiet(project, report, notes);
        assertThat(Reports.summary(report)).contains("forward only, no rollback tested");
    }

    /** No list that people read holds them; the file for programs holds each. */
    private static void quiet(ConfiguredProject project, RehearsalReport report, List<Finding> notes) {
        assertThat(report.verdict())
                .as(ConfiguredProject.findings(report).toString())
                .isEqualTo(Verdict.PASSED);
        List<LogLine> log = Reports.log(report);
        assertThat(log).extracting(LogLine::level).containsOnly(Severity.NOTE);
        assertThat(log).hasSizeLessThan(40);
        String counted = notes.size() + " notes";
        String json = project.report("report.json");
        String listed = project.report("report.html")
                .replaceAll("(?s)<details class=\"notes\">.*?</details>", "")
                .replaceAll("(?s)<template.*?</template>", "");
        for (Finding note : notes) {
            assertThat(json).contains("\"rule\" : \"" + note.rule() + "\"");
            for (String text : List.of(Reports.summary(report), project.report("report.md"), listed)) {
                assertThat(text).doesNotContain(note.rule());
            }
        }
        assertThat(Reports.summary(report)).contains(counted);
        assertThat(project.report("report.md")).contains(counted);
        assertThat(json.split("\"severity\" : \"note\"", -1)).hasSize(notes.size() + 1);
    }

    private static List<Finding> notes(RehearsalReport report) {
        return report.migrations().stream().flatMap(m -> m.findings().stream()).toList();
    }

    /** Tables, each with a column more, an index that is not built concurrently, and a foreign key. */
    private static ConfiguredProject history(Path root, boolean undos) {
        ConfiguredProject project = new ConfiguredProject(root)
                .set("budgets.lock", "1h")
                .set("budgets.stall", "1h")
                .set("budgets.duration", "1h");
        IntStream.rangeClosed(1, TABLES).forEach(n -> {
            int version = (n - 1) * 4;
            add(
                    project,
                    undos,
                    version + 1,
                    "CREATE TABLE t%d (id bigint PRIMARY KEY, name text NOT NULL);",
                    "DROP TABLE t%d;",
                    n);
            add(
                    project,
                    undos,
                    version + 2,
                    "ALTER TABLE t%d ADD COLUMN age int;",
                    "ALTER TABLE t%d DROP COLUMN age;",
                    n);
            add(project, undos, version + 3, "CREATE INDEX t%1$d_name ON t%1$d (name);", "DROP INDEX t%d_name;", n);
            add(
                    project,
                    undos,
                    version + 4,
                    "ALTER TABLE t%1$d ADD CONSTRAINT t%1$d_named CHECK (name <> 'nobody');",
                    "ALTER TABLE t%1$d DROP CONSTRAINT t%1$d_named;",
                    n);
        });
        return project;
    }

    private static void add(ConfiguredProject project, boolean undos, int version, String up, String down, int table) {
        project.script("V" + version + "__step.sql", up.formatted(table) + "\n");
        if (undos) {
            project.script("U" + version + "__step.sql", down.formatted(table) + "\n");
        }
    }
}
