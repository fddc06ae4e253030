package dev.rehearsal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.report.markdown.MarkdownReport;
import dev.rehearsal.report.text.TextSummary;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TestCoverage;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredTestsTest {
    private final MigrationFacts facts =
            SampleReports.passed().migrations().get(0).facts();

    @Test
    void a_migration_without_a_required_test_is_an_error_that_says_what_to_write() {
        assertThat(found(facts.tested(false))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.file()).isEqualTo(facts.migration().script().name());
            assertThat(finding.remedy()).contains("@MigrationTest(\"2\")");
        });
        assertThat(found(facts.tested(true))).isEmpty();
        assertThat(found(facts)).as("not required").isEmpty();
    }

    @Test
    void the_share_names_those_without() {
        FoundTests tests = new FoundTests(Set.of("2", "17"), List.of());

        TestCoverage coverage = tests.of(SampleReports.passed().migrations().stream()
                .map(result -> result.facts().migration())
                .toList());

        assertThat(coverage).isEqualTo(new TestCoverage(1, 2, List.of("3")));
        assertThat(new TextSummary().render(report(coverage)))
                .contains("Tests: 1 of 2 migrations with a @MigrationTest; without one: 3");
        assertThat(new MarkdownReport().render(report(coverage))).contains("1 of 2 migrations");
        assertThat(new TextSummary().render(SampleReports.passed())).doesNotContain("MigrationTest");
    }

    private static List<Finding> found(MigrationFacts facts) {
        MigrationResult result = new Judge(TestRules.POSTGRES, Budgets.DEFAULT).judge(facts);
        return result.findings().stream()
                .filter(finding -> finding.rule().equals("migration-without-test"))
                .toList();
    }

    private static RehearsalReport report(TestCoverage coverage) {
        RehearsalReport plain = SampleReports.passed();
        return new RehearsalReport(
                plain.verdict(),
                plain.seed(),
                plain.started(),
                plain.durationMs(),
                plain.database(),
                plain.budgets(),
                plain.tables(),
                plain.findings(),
                plain.migrations(),
                coverage,
                null,
                null);
    }
}
