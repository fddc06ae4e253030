package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that cannot be filled is one cause, told once with all the tables behind it, and its remedy can be pasted. */
class OneCauseIT {
    @TempDir
    private Path root;

    private ConfiguredProject project;

    @BeforeEach
    void makeProject() {
        project = new ConfiguredProject(root)
                .set("rules.undo-missing", "note")
                .set("rules.data-lost-after-use", "note")
                .script("V1__tables.sql", """
                        CREATE TABLE "Order" (id int PRIMARY KEY, code text NOT NULL CHECK (md5(code) LIKE 'ffffff%'));
                        CREATE TABLE line (id int PRIMARY KEY, "order" int NOT NULL REFERENCES "Order");
                        CREATE TABLE part (id int PRIMARY KEY, line int NOT NULL REFERENCES line);
                        CREATE TABLE note (id int PRIMARY KEY, part int NOT NULL REFERENCES part);
                        CREATE TABLE alone (id int PRIMARY KEY);
                        """)
                .script("V2__next.sql", "CREATE TABLE other (id int PRIMARY KEY, note int NOT NULL REFERENCES note);");
    }

    @Test
    void one_finding_names_the_cause_and_all_that_stands_behind_it() {
        RehearsalReport report = project.rehearse();

        List<Finding> told = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        assertThat(told)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("public.\"Order\" could not be filled", "public.line, public.part, public.note")
                        .doesNotContain("public.alone"));
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void what_the_remedy_gives_to_paste_is_a_volume_file() {
        String remedy = project.rehearse().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow()
                .remedy();
        String pasted = remedy.split("`")[1];
        assertThat(pasted).startsWith("tables: {").contains("sql: \"");

        project.file("src/test/rehearsal/volume.yaml", pasted.replaceAll("sql: \"[^\"]*\"", "sql: \"'gzxqu'\""));
        assertThat(project.rehearse().findings())
                .noneMatch(finding -> finding.rule().equals("volume-unknown-name"));

        project.file("src/test/rehearsal/volume.yaml", remedy.split("`")[3]);
        RehearsalReport own = project.rehearse();
        assertThat(own.findings()).noneMatch(finding -> finding.message().contains("\"Order\" could not be filled"));
    }
}
