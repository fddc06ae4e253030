package dev.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.inspection.Question;
import dev.rehearsal.inspection.Sighting;
import dev.rehearsal.lint.LintResult;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.json.InspectionJson;
import dev.rehearsal.report.markdown.InspectionMarkdown;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The smaller outputs, with the text that must not do anything. */
class HostileOutputsTest {
    private static final String HOSTILE = SampleReports.HOSTILE;

    @Test
    void an_inspection_commands_neither_the_terminal_nor_the_build_server() {
        inertLog(InspectionReports.summary(inspection()));
    }

    @Test
    void an_inspection_keeps_its_text_for_programs() {
        assertThat(new JsonMapper()
                        .readTree(new InspectionJson().render(inspection()))
                        .at("/answers/0/sightings/0/object")
                        .asString())
                .contains("<script>document.title='owned'</script>");
    }

    @Test
    void an_inspection_is_no_markup_but_its_own() {
        String page = new InspectionMarkdown().render(inspection());
        inertLog(page);
        String prose = page.replaceAll("(?s)(`+)[^`].*?(?<!`)\\1(?!`)", "");
        assertThat(prose).doesNotContain("<script", "<img", "<details", "](javascript", "@octocat");
        assertThat(page.lines().filter(line -> line.startsWith("# "))).hasSize(1);
        assertThat(page.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(row -> assertThat(row.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(3));
    }

    @Test
    void a_line_of_a_log_is_one_line_with_its_indentation() {
        assertThat(Plain.entry("  seeded a\n::error::b")).isEqualTo("  seeded a ::error::b");
        assertThat(Plain.entry("  ::error::b")).isEqualTo("  ·:error::b");
        inertLog(Plain.entry(HOSTILE));
        assertThat(Plain.entry(HOSTILE).lines()).hasSize(1);
    }

    @Test
    void what_lint_says_is_inert_in_the_log() {
        LintResult result = new LintResult(
                List.of(new Finding(HOSTILE, Severity.ERROR, HOSTILE, HOSTILE, HOSTILE, 3)), List.of(), List.of());
        result.lines().forEach(line -> inertLog(Plain.entry(line)));
        assertThat(result.lines()).hasSize(3).noneMatch(line -> line.contains("\n"));
    }

    private static void inertLog(String text) {
        assertThat(text).doesNotContain("\u001b", "\u202E", "\u0000", "\u0007", "##[", "##vso[", "##teamcity[");
        assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("::"));
    }

    private static InspectionReport inspection() {
        Sighting sighting = new Sighting(Severity.ERROR, new SchemaObject(HOSTILE, HOSTILE), HOSTILE);
        return new InspectionReport(
                Instant.EPOCH,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(
                        Answer.of(Question.SCHEMA, List.of(sighting)),
                        Answer.notMeasured(Question.VERSIONS, HOSTILE),
                        Answer.of(Question.NULLS, List.of())));
    }
}
