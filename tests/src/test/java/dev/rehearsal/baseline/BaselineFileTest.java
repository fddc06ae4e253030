package dev.rehearsal.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.report.Reports;
import dev.rehearsal.report.SampleReports;
import dev.rehearsal.report.html.HtmlReport;
import dev.rehearsal.report.json.JsonReport;
import dev.rehearsal.report.markdown.MarkdownReport;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.rule.Baseline;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    @TempDir
    Path folder;

    @Test
    void what_was_found_is_accepted_from_then_on_and_still_told() throws IOException {
        MigrationResult before = judge(Baseline.NONE, "CREATE TABLE t ();");
        assertThat(before.verdict()).isEqualTo(Verdict.FAILED);

        MigrationResult after = judge(accepted(before), "\n\n  CREATE  TABLE t ();");

        assertThat(after.verdict()).isEqualTo(Verdict.PASSED);
        Finding finding = after.findings().get(0);
        assertThat(finding.baselined()).isTrue();
        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        assertThat(finding.message()).startsWith("Baselined: ").contains("no undo script");
        assertThat(after.risk())
                .as("accepting a thing does not make it harmless")
                .isEqualTo(before.risk());
        for (String text : List.of(
                new JsonReport().render(report(after)),
                Reports.summary(report(after)),
                new MarkdownReport().render(report(after)),
                new HtmlReport().render(report(after)))) {
            assertThat(text).containsIgnoringCase("baselined");
        }
        assertThat(Reports.summary(report(after))).contains("baselined: 1 finding");
    }

    @Test
    void a_baseline_of_a_baselined_run_is_the_same() throws IOException {
        Baseline first = accepted(judge(Baseline.NONE, "SELECT 1;"));

        assertThat(accepted(judge(first, "SELECT 1;"))).isEqualTo(first);
    }

    @Test
    void an_entry_that_meets_nothing_is_named() {
        Baseline.Entry gone = new Baseline.Entry("lock-too-long", "V1__a.sql", "0123");
        Baseline.Entry notRehearsed = new Baseline.Entry("lock-too-long", "V9__z.sql", "4567");
        Baseline.Entry deleted = new Baseline.Entry("lock-too-long", "V0__old.sql", "89ab");
        MigrationResult result = judge(Baseline.NONE, "SELECT 1;");

        List<Finding> stale = new Baseline(List.of(gone, notRehearsed, deleted))
                .stale(List.of(result), Set.of("V1__a.sql", "V9__z.sql"));

        assertThat(stale).extracting(Finding::rule).containsOnly(Baseline.STALE);
        assertThat(stale).extracting(Finding::file).containsExactly("V1__a.sql", "V0__old.sql");
        assertThat(stale).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    }

    @Test
    void what_was_not_measured_cannot_be_accepted() throws IOException {
        MigrationResult incomplete = judge(Baseline.NONE, "-- rehearsal: irreversible — test\n", "no locks were seen");
        assertThat(incomplete.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(accepted(incomplete).entries()).isEmpty();

        Path file = Files.writeString(
                folder.resolve("b.yaml"), "accepted:\n- {rule: not-measured, script: V1__a.sql, fingerprint: '12'}\n");
        assertThatThrownBy(() -> BaselineFile.read(file, true))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("not-measured")
                .hasMessageContaining("cannot be accepted");
    }

    @Test
    void an_unknown_key_and_a_missing_file_are_errors() throws IOException {
        Path file = Files.writeString(folder.resolve("b.yaml"), "acepted: []\n");
        assertThatThrownBy(() -> BaselineFile.read(file, true)).hasMessageContaining("acepted");
        assertThatThrownBy(() -> BaselineFile.read(folder.resolve("none.yaml"), true))
                .hasMessageContaining("no such file");
        assertThat(BaselineFile.read(folder.resolve("none.yaml"), false)).isEqualTo(Baseline.NONE);
    }

    private Baseline accepted(MigrationResult result) throws IOException {
        Path json = Files.writeString(folder.resolve("report.json"), new JsonReport().render(report(result)));
        Path file = folder.resolve(BaselineFile.NAME);
        BaselineFile.write(file, BaselineFile.of(RecordedReport.read(json)));
        return BaselineFile.read(file, true);
    }

    private static MigrationResult judge(Baseline baseline, String sql, String... notMeasured) {
        Migration migration =
                new Migration("1", "a", Migration.Kind.SQL, new Script("V1__a.sql", null, sql), null, true);
        MigrationFacts facts =
                new MigrationFacts(migration, Measured.NOTHING, null, List.of(notMeasured), null, null, null);
        return new Judge(TestRules.POSTGRES, Budgets.DEFAULT, baseline).judge(facts);
    }

    private static RehearsalReport report(MigrationResult result) {
        RehearsalReport empty = SampleReports.minimal();
        return new RehearsalReport(
                result.verdict(),
                0,
                empty.started(),
                0,
                empty.database(),
                empty.budgets(),
                List.of(),
                List.of(),
                List.of(result),
                null,
                null,
                null);
    }
}
