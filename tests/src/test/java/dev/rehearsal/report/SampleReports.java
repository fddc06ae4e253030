package dev.rehearsal.report;

import dev.rehearsal.result.AppliedBudgets;
import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RehearsedBy;
import dev.rehearsal.result.Severities;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.TableFacts.NotFilled;
import dev.rehearsal.result.TestCoverage;
import dev.rehearsal.result.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Whole rehearsals made by hand. */
public final class SampleReports {
    private static final RehearsedBy BY = new RehearsedBy("postgres", "flyway");
    /** What must not do anything, wherever it is printed. */
    public static final String HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"alert(1)\">'\""
            + " \u001b[31mred\u001b[0m ]]> --> *b* `code` ``` | cell [l](javascript:x) ![i](https://evil.example/i) @octocat #1"
            + " ${x} #{x} @{x} \u202Eesrever\u0000\u0007\uD800\n::error::owned\n  ::set-output name=x::y\n"
            + "##[error]owned ##vso[task.complete]x ##teamcity[buildStop]\n# heading\n<details>\r\n\t| a |\n";

    /** What all of them were held against. */
    public static final AppliedBudgets BUDGETS = new AppliedBudgets(
            500,
            1000,
            300_000,
            Map.of("users", new AppliedBudgets.OfTable(200, 1000)),
            new Severities(
                    Map.of("table-rewritten", Severity.NOTE),
                    Map.of("audit_log", Map.of("duplicate-index", Severity.ERROR)),
                    1_000,
                    Severities.ERROR_ROWS),
            Map.of("12", new AppliedBudgets.OfMigration(2000, 1000, 600_000)),
            "stage",
            60_000.0);

    private SampleReports() {}

    public static RehearsalReport passed() {
        return report(
                Verdict.PASSED,
                List.of(),
                List.of(SampleMigrations.passed("2", "add role"), SampleMigrations.passed("3", "email verified")));
    }

    public static RehearsalReport failed() {
        return report(
                Verdict.FAILED,
                List.of(new Finding(
                        "version-out-of-order",
                        Severity.ERROR,
                        "V2026.1 sorts below V2026.3, which is applied already",
                        "Rename the script to a version above V2026.3.",
                        "V2026.1__late.sql",
                        0)),
                List.of(
                        SampleMigrations.passed("2", "add role"),
                        SampleMigrations.failed(),
                        SampleMigrations.broken(),
                        SampleMigrations.passed("6", "index on orders")));
    }

    /** The first version of a history: there is nothing yet that others could use. */
    public static RehearsalReport firstVersion() {
        return report(Verdict.PASSED, List.of(), List.of(SampleMigrations.first()));
    }

    public static RehearsalReport incomplete() {
        return report(
                Verdict.INCOMPLETE,
                List.of(),
                List.of(SampleMigrations.passed("2", "add role"), SampleMigrations.incomplete()));
    }

    public static RehearsalReport hostile() {
        return hostile(3);
    }

    /** As many migrations, each of which may have another verdict. */
    public static RehearsalReport hostile(int count) {
        List<Verdict> verdicts = List.of(Verdict.FAILED, Verdict.INCOMPLETE, Verdict.PASSED);
        RehearsalReport plain = report(
                Verdict.FAILED,
                List.of(new Finding(HOSTILE, Severity.ERROR, HOSTILE, HOSTILE, HOSTILE, 3)),
                IntStream.range(0, count)
                        .mapToObj(i -> HostileMigration.of(HOSTILE, verdicts.get(i % verdicts.size())))
                        .toList());
        return new RehearsalReport(
                plain.verdict(),
                plain.seed(),
                plain.started(),
                plain.durationMs(),
                new DatabaseFacts(HOSTILE, HOSTILE, HOSTILE, List.of(HOSTILE), BY),
                BUDGETS,
                List.of(new TableFacts(HOSTILE, 1, 2, null, 3L, null, new NotFilled(HOSTILE, HOSTILE))),
                plain.findings(),
                plain.migrations(),
                new TestCoverage(0, 1, List.of(HOSTILE)),
                null,
                null);
    }

    public static RehearsalReport minimal() {
        return new RehearsalReport(
                Verdict.PASSED,
                0,
                Instant.EPOCH,
                0,
                new DatabaseFacts("PostgreSQL", "18.4", "embedded", List.of(), BY),
                BUDGETS,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** No database was started. */
    public static RehearsalReport nothing() {
        return new RehearsalReport(
                Verdict.FAILED,
                0,
                Instant.EPOCH,
                0,
                DatabaseFacts.none(BY),
                BUDGETS,
                List.of(),
                List.of(new Finding(
                        "version-duplicate",
                        Severity.ERROR,
                        "Version 1 is claimed twice: by V1__a.sql and by V1__b.sql.",
                        "Give one of them the next version.",
                        "V1__b.sql",
                        0)),
                List.of(),
                null,
                null,
                null);
    }

    /** Many migrations; every third failed. */
    public static RehearsalReport many(int count) {
        List<MigrationResult> migrations = IntStream.rangeClosed(1, count)
                .mapToObj(i -> i % 3 == 0
                        ? SampleMigrations.failed(Integer.toString(i))
                        : SampleMigrations.passed(Integer.toString(i), "step " + i))
                .toList();
        return report(Verdict.FAILED, List.of(), migrations);
    }

    private static RehearsalReport report(Verdict verdict, List<Finding> findings, List<MigrationResult> migrations) {
        return new RehearsalReport(
                verdict,
                42,
                Instant.parse("2026-11-21T10:15:30.5Z"),
                38_214.5678,
                new DatabaseFacts(
                        "PostgreSQL",
                        "18.4",
                        "embedded",
                        List.of("fsync is off: writes are faster than in production"),
                        BY),
                BUDGETS,
                List.of(
                        new TableFacts("public.users", 2_500_000, 481_296_384),
                        new TableFacts("public.orders", 10_000_000, 1_288_490_188),
                        new TableFacts("public.order_items", 10_000, 1_409_024),
                        new TableFacts("public.currencies", 40, 24_576)),
                findings,
                migrations,
                null,
                null,
                null);
    }
}
