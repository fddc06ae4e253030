package dev.rehearsal.report.ci;

import dev.rehearsal.report.ci.CheckOutcome.Kind;
import dev.rehearsal.report.format.Headline;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells build servers, in JUnit's XML: a test case per migration and check. What could not be measured is an error,
 * what was not reached or not asked for is skipped. Safe for use by several threads.
 */
public final class JUnitXmlReport implements Report {
    /** Makes one. */
    public JUnitXmlReport() {}

    @Override
    public String fileName() {
        return "TEST-rehearsal.xml";
    }

    @Override
    public String render(RehearsalReport report) {
        List<TestCase> cases = new ArrayList<>();
        report.migrations().forEach(m -> cases.addAll(cases(m)));
        cases.add(history(report));
        if (report.verdict() != Verdict.PASSED && cases.stream().noneMatch(TestCase::bad)) {
            Kind kind = report.verdict() == Verdict.FAILED ? Kind.FAILURE : Kind.ERROR;
            cases.add(new TestCase("rehearsal", "verdict", 0, new CheckOutcome(kind, Headline.of(report), List.of())));
        }
        return TestSuiteXml.write(report, cases);
    }

    private static List<TestCase> cases(MigrationResult migration) {
        List<TestCase> cases = new ArrayList<>();
        String script = migration.facts().migration().script().name();
        for (Check check : Check.values()) {
            if (check.ofTheWayBack() && migration.facts().forwardOnly() != null) {
                continue;
            }
            cases.add(new TestCase(
                    "rehearsal." + script.replace('.', '_'),
                    check.title(),
                    milliseconds(migration, check),
                    CheckOutcome.of(migration, check)));
        }
        boolean bad = cases.stream().anyMatch(TestCase::bad);
        if (migration.verdict() == Verdict.FAILED && !bad) {
            CheckOutcome failed = new CheckOutcome(Kind.FAILURE, "the migration failed its rehearsal", List.of());
            cases.add(new TestCase("rehearsal." + script.replace('.', '_'), "verdict", 0, failed));
        }
        return cases;
    }

    private static TestCase history(RehearsalReport report) {
        boolean missing = report.findings().stream()
                .anyMatch(f -> f.severity() == Severity.ERROR && Check.of(f.rule()) == Check.MEASURED);
        Kind kind = report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .findFirst()
                .map(f -> missing ? Kind.ERROR : Kind.FAILURE)
                .orElse(Kind.PASSED);
        String summary =
                report.findings().isEmpty() ? "" : report.findings().get(0).message();
        return new TestCase("rehearsal", "history", 0, new CheckOutcome(kind, summary, report.findings()));
    }

    private static double milliseconds(MigrationResult migration, Check check) {
        return switch (check) {
            case UP -> milliseconds(migration, Phase.UP);
            case DOWN -> milliseconds(migration, Phase.DOWN);
            case UP_AGAIN -> milliseconds(migration, Phase.UP_AGAIN);
            case SCHEMA, DATA, LOCKS, STALLS, MEASURED, RULES -> 0;
        };
    }

    private static double milliseconds(MigrationResult migration, Phase phase) {
        return migration.facts().phase(phase).map(p -> p.facts().durationMs()).orElse(0.0);
    }
}
