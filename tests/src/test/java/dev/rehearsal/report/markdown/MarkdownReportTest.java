package dev.rehearsal.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^(`{3,})(?:sql|diff)\n.*?^\\1\n");
    private static final Pattern SPAN = Pattern.compile("(?<![\\\\`])(`+)(?!`).*?(?<!`)\\1(?!`)");
    private static final Pattern OWN_TAG = Pattern.compile("</?(?:details|summary|sub)>");

    @Test
    void verdict_and_worst_come_first_and_details_are_folded() {
        assertThat(print(SampleReports.failed()))
                .startsWith("## ❌ Rehearsal FAILED: 2 of 4 migrations failed the rehearsal\n")
                .containsSubsequence(
                        "| ❌ FAILED | `V3__email_verified.sql` | HIGH",
                        "schema differences, ",
                        "| ✅ PASSED | `V2__add_role.sql` | LOW | 12 ms | 12 ms | schema restored, data restored",
                        "**error** `lock-too-long` at `V3__email_verified.sql:2`",
                        "```sql",
                        "ALTER TABLE users VALIDATE CONSTRAINT",
                        "<details><summary>3: other scenarios</summary>",
                        "PostgreSQL 18.4",
                        "seed 42")
                .doesNotContain("index-not-concurrent");
    }

    @Test
    void what_was_not_measured_is_said() {
        assertThat(print(SampleReports.incomplete()))
                .startsWith("## ⚠️ Rehearsal INCOMPLETE: 1 of 2 migrations could not be fully measured\n")
                .contains("**Not measured** in 5: public.orders could not be filled");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 1_000})
    void it_fits_a_comment_however_many_migrations_there_are(int count) {
        String text = print(SampleReports.many(count));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(5_000);
        assertThat(text).endsWith("</sub>\n");
    }

    @Test
    void the_warnings_of_a_migration_that_passed_are_told_with_their_remedies() {
        RehearsalReport passed = SampleReports.passed();
        Finding warning = new Finding("lock-queue", Severity.WARNING, "Others waited.", "Set lock_timeout.", null, 0);
        MigrationResult warned =
                new MigrationResult(passed.migrations().get(0).facts(), Verdict.PASSED, Risk.MEDIUM, List.of(warning));

        String text = new MarkdownReport()
                .render(new RehearsalReport(
                        Verdict.PASSED,
                        0,
                        passed.started(),
                        0,
                        passed.database(),
                        passed.budgets(),
                        List.of(),
                        List.of(),
                        List.of(warned),
                        null,
                        null,
                        null));

        assertThat(text).contains("**warning** `lock-queue` at ", "Others waited.", "Set lock\\_timeout.");
        assertThat(new MarkdownReport().render(passed)).doesNotContain("**warning**");
    }

    @Test
    void what_does_not_fit_is_counted() {
        assertThat(print(SampleReports.many(1_000)))
                .contains("and 992 more in `report.html`, 667 of them passed", " and 330 more`");
    }

    @Test
    void hostile_text_is_no_markup() {
        String prose = withoutCode(print(SampleReports.hostile()));
        assertThat(OWN_TAG.matcher(prose).replaceAll("")).doesNotContain("<");
        assertThat(prose)
                .doesNotContain("@octocat", "@{x}", "](", "*b*", "https://evil")
                .doesNotContainPattern("(?<!\\\\)!\\[")
                .doesNotContainPattern("(?<!&)#\\d");
        assertThat(prose.lines().filter(l -> l.startsWith("#"))).allMatch(l -> l.startsWith("## ❌ Rehearsal FAILED"));
    }

    @Test
    void folds_are_balanced_also_around_hostile_text() {
        String prose = withoutCode(print(SampleReports.hostile()));
        assertThat(prose.split("<details>", -1)).hasSameSizeAs(prose.split("</details>", -1));
    }

    @Test
    void hostile_text_cannot_break_a_table() {
        assertThat(print(SampleReports.hostile())
                        .lines()
                        .filter(l -> l.matches("\\| \\S+ (FAILED|PASSED|INCOMPLETE) .*")))
                .hasSize(3)
                .allSatisfy(l -> assertThat(l.split("(?<!\\\\)\\|", -1)).hasSize(10));
    }

    @Test
    void no_line_is_a_command_when_a_workflow_prints_the_file() {
        assertThat(print(SampleReports.hostile()).lines())
                .noneMatch(l -> l.strip().startsWith("::"));
        assertThat(print(SampleReports.hostile())).doesNotContain("##[", "\u001b", "\u202E");
    }

    private static String withoutCode(String markdown) {
        return SPAN.matcher(BLOCK.matcher(markdown).replaceAll("")).replaceAll("");
    }

    private static String print(RehearsalReport report) {
        return new MarkdownReport().render(report);
    }
}
