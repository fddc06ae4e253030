package dev.rehearsal.report.text;

import dev.rehearsal.report.format.AssumptionLines;
import dev.rehearsal.report.format.Cause;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.FilledRows;
import dev.rehearsal.report.format.Headline;
import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.report.format.ServerLines;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.report.format.Tally;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells a person who reads the build log: each problem once with its remedy, the facts of what did not pass, how many
 * passed, and the verdict in the last line. What passes is counted, and so is what nobody has to act on. Safe for use by
 * several threads.
 */
public final class TextSummary implements Report {
    /** Of more that passed, or that did not, the log tells how many. */
    private static final int MANY = 5;

    private static final int ROWS = 5;
    /** No more facts of single migrations behind that line of the log. */
    private static final int FULL = 40;

    /** Makes one. */
    public TextSummary() {}

    @Override
    public String fileName() {
        return "report.txt";
    }

    @Override
    public String render(RehearsalReport report) {
        return lines(report).stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /**
     * {@return the lines of the log, each with its level}
     *
     * @param report what to tell
     */
    public List<LogLine> lines(RehearsalReport report) {
        LogPage page = new LogPage();
        head(report, page);
        CauseLines.print(report, page);
        notPassed(report, page);
        passed(WorstFirst.migrations(report, Verdict.PASSED), page);
        if (report.migrations().size() > MANY) {
            LockTable.print(report, page);
        }
        page.gap();
        rollback(report.migrations(), page);
        Headline.tests(report).ifPresent(tests -> page.tell("Tests: ", tests));
        Headline.deployment(report).ifPresent(deployed -> page.tell("Deployed: ", deployed + "."));
        some(FilledRows.remarks(report), "more table", page);
        ServerLines.of(report).forEach(line -> page.tell("Also on ", line));
        counts(report, page);
        page.add(level(report.verdict()), Plain.line(Headline.of(report)));
        return page.lines();
    }

    private static void head(RehearsalReport report, LogPage page) {
        page.tell(
                "",
                "Rehearsed " + Sizes.count(report.migrations().size(), "migration") + " on "
                        + Headline.circumstances(report));
        Headline.selection(report).ifPresent(why -> page.tell("  chosen: ", why));
        some(AssumptionLines.of(report).stream().map(line -> "assumed: " + line).toList(), "more assumption", page);
        Headline.forwardOnly(report).ifPresent(why -> page.tell("  forward only: ", why));
        if (!report.database().unlikeProduction().isEmpty()) {
            page.tell(
                    "  unlike production: ", String.join("; ", report.database().unlikeProduction()));
        }
        report.findings().stream()
                .filter(finding -> !Cause.listed(finding))
                .map(Finding::message)
                .distinct()
                .forEach(note -> page.tell("  note: ", note));
    }

    private static void notPassed(RehearsalReport report, LogPage page) {
        List<MigrationResult> all = WorstFirst.migrations(report).stream()
                .filter(m -> m.verdict() != Verdict.PASSED)
                .toList();
        int told = 0;
        while (told < all.size() && (told == 0 || hasRoom(report, page))) {
            page.gap();
            MigrationLines.print(all.get(told), page);
            told++;
        }
        if (told < all.size()) {
            page.tell("", "and " + Sizes.count(all.size() - told) + " more" + " that did not pass: report.html");
        }
    }

    /** The facts of the few migrations of a pull request are all told. */
    private static boolean hasRoom(RehearsalReport report, LogPage page) {
        return report.migrations().size() <= MANY || page.lines().size() <= FULL;
    }

    /** Where several could be rolled back, the one that would hurt most. */
    private static void rollback(List<MigrationResult> migrations, LogPage page) {
        migrations.stream()
                .filter(m -> Facts.rollback(m).isPresent())
                .max(Comparator.comparingDouble(Facts::rollbackMs))
                .ifPresent(worst -> page.tell(
                        "",
                        "An emergency rollback would block longest in "
                                + worst.facts().migration().called() + ": "
                                + Facts.rollback(worst).orElseThrow() + "."));
    }

    private static void passed(List<MigrationResult> migrations, LogPage page) {
        if (migrations.isEmpty()) {
            return;
        }
        page.gap();
        if (migrations.size() <= MANY) {
            migrations.forEach(migration -> page.add(Severity.NOTE, MigrationLines.passed(migration)));
        }
        List<String> missing = NotMeasuredText.together(migrations).stream()
                .map(sentence -> "not measured " + sentence)
                .toList();
        some(missing, "more thing not measured", page);
    }

    private static void some(List<String> sentences, String noun, LogPage page) {
        sentences.stream().limit(ROWS).forEach(sentence -> page.tell("  ", sentence));
        if (sentences.size() > ROWS) {
            page.tell("  ", "and " + Sizes.count(sentences.size() - ROWS, noun) + ": report.html");
        }
    }

    private static void counts(RehearsalReport report, LogPage page) {
        String migrations = Tally.migrations(report);
        String findings = Tally.findings(report);
        String both = migrations + (migrations.isEmpty() || findings.isEmpty() ? "" : "; ") + findings;
        if (!both.isEmpty()) {
            page.gap();
            page.tell("", both + ": report.html");
        }
    }

    private static Severity level(Verdict verdict) {
        return verdict == Verdict.PASSED ? Severity.NOTE : Severity.ERROR;
    }
}
