package dev.rehearsal.report.text;

import dev.rehearsal.report.format.AssumptionLines;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.FilledRows;
import dev.rehearsal.report.format.Headline;
import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a person who reads the build log: what went well in a line each, then what did not, worst migration first, each
 * ending with what to do, and the verdict in the last line. Plain text of at most 100 columns. Safe for use by several
 * threads.
 */
public final class TextSummary implements Report {
    private static final int MANY = 5;
    private static final int TABLES = 20;

    /** Makes one. */
    public TextSummary() {}

    @Override
    public String fileName() {
        return "report.txt";
    }

    @Override
    public String render(RehearsalReport report) {
        TextPage page = new TextPage();
        page.paragraph(
                0,
                "",
                "Rehearsed " + Sizes.count(report.migrations().size(), "migration") + " on "
                        + Headline.circumstances(report));
        Headline.selection(report).ifPresent(why -> page.paragraph(2, "chosen: ", why));
        AssumptionLines.of(report).forEach(line -> page.paragraph(2, "assumed: ", line));
        Headline.forwardOnly(report).ifPresent(why -> page.paragraph(2, "forward only: ", why));
        report.database().unlikeProduction().forEach(s -> page.paragraph(2, "unlike production: ", s));
        WorstFirst.migrations(report).stream()
                .filter(m -> m.verdict() != Verdict.PASSED)
                .forEach(m -> MigrationBlock.print(m, page));
        if (!report.findings().isEmpty()) {
            page.gap();
            page.line("The history as a whole");
            MigrationBlock.findings(report.findings(), page);
        }
        passed(WorstFirst.migrations(report, Verdict.PASSED), page);
        if (report.migrations().size() > MANY) {
            LockTable.print(report, page);
        }
        rollback(report.migrations(), page);
        Headline.tests(report).ifPresent(tests -> {
            page.gap();
            page.paragraph(0, "Tests: ", tests);
        });
        Headline.deployment(report).ifPresent(deployed -> {
            page.gap();
            page.paragraph(0, "Deployed: ", deployed + ".");
        });
        remarks(FilledRows.remarks(report), page);
        page.gap();
        page.paragraph(0, "", Headline.of(report));
        return page.print();
    }

    private static void remarks(List<String> tables, TextPage page) {
        if (!tables.isEmpty()) {
            page.gap();
        }
        tables.stream().limit(TABLES).forEach(remark -> page.paragraph(0, "", remark + "."));
        if (tables.size() > TABLES) {
            page.paragraph(
                    0,
                    "",
                    "And " + Sizes.count(tables.size() - TABLES, "more table") + "; report.html has all of them.");
        }
    }

    /** Where several could be rolled back, the one that would hurt most. */
    private static void rollback(List<MigrationResult> migrations, TextPage page) {
        migrations.stream()
                .filter(m -> Facts.rollback(m).isPresent())
                .max(Comparator.comparingDouble(Facts::rollbackMs))
                .ifPresent(worst -> {
                    page.gap();
                    page.paragraph(
                            0,
                            "",
                            "An emergency rollback would block longest in "
                                    + Plain.line(worst.facts().migration().called()) + ": "
                                    + Facts.rollback(worst).orElseThrow() + ".");
                });
    }

    private static void passed(List<MigrationResult> migrations, TextPage page) {
        if (!migrations.isEmpty()) {
            page.gap();
        }
        for (MigrationResult migration : migrations) {
            page.line(passed(migration));
            MigrationBlock.findings(migration.findings(), page);
        }
        notMeasured(migrations)
                .forEach((what, versions) ->
                        page.paragraph(2, "", "not measured in " + String.join(", ", versions) + ": " + what));
    }

    /** What most of them lack is said once, with their versions. */
    private static Map<String, List<String>> notMeasured(List<MigrationResult> migrations) {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        for (MigrationResult migration : migrations) {
            String version = migration.facts().migration().version();
            NotMeasuredText.of(migration)
                    .forEach(s ->
                            versions.computeIfAbsent(s, x -> new ArrayList<>()).add(version));
        }
        return versions;
    }

    private static String passed(MigrationResult m) {
        String name = Plain.line(
                m.facts().migration().version() + " " + m.facts().migration().description());
        return String.format(
                "PASSED  %-38s  up %s, down %s, lock %s, stall %s",
                Plain.shorten(name, 38),
                Facts.duration(m, Phase.UP),
                Facts.duration(m, Phase.DOWN),
                Facts.longestLock(m),
                Facts.longestStall(m));
    }
}
