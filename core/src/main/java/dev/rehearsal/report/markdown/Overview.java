package dev.rehearsal.report.markdown;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.result.Verdict;
import java.util.List;

/** The migrations as a table, worst first, with as many rows as a comment has room for. */
final class Overview {
    private static final int ROWS = 8;
    private static final int REASONS = 160;
    private static final String HEAD = """
            | | migration | risk | up | down | schema and data after the down | longest lock that blocks | worst stall |
            |---|---|---|--:|--:|---|--:|--:|
            """;

    private Overview() {}

    static String of(RehearsalReport report) {
        List<MigrationResult> all = WorstFirst.migrations(report);
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(HEAD);
        all.stream().limit(ROWS).forEach(migration -> text.append(row(migration)));
        if (all.size() > ROWS) {
            List<MigrationResult> rest = all.subList(ROWS, all.size());
            long passed =
                    rest.stream().filter(m -> m.verdict() == Verdict.PASSED).count();
            text.append("\nand ").append(Sizes.count(rest.size())).append(" more in `report.html`, ");
            text.append(Sizes.count(passed)).append(" of them passed\n");
        }
        return text.append('\n').toString();
    }

    private static String row(MigrationResult m) {
        return "| " + MarkdownReport.sign(m.verdict()) + " " + m.verdict() + " | "
                + name(m.facts().migration()) + " | "
                + risk(m) + " | "
                + Facts.duration(m, Phase.UP) + " | "
                + Facts.duration(m, Phase.DOWN) + " | "
                + restored(m) + " | "
                + Facts.longestLock(m) + " | "
                + Escape.text(Facts.longestStall(m)) + " |\n";
    }

    /** A description stands beside its script where it says something else: what stands for a class, and why. */
    private static String name(Migration migration) {
        String script = migration.script().name();
        boolean told = script.replace('_', ' ').contains(migration.description().replace('_', ' '));
        String also = " " + migration.version() + ": " + migration.description();
        return Escape.code(Plain.shorten(script, 80)) + (told ? "" : Escape.text(Plain.shorten(also, 100)));
    }

    private static String risk(MigrationResult m) {
        return m.risk() == Risk.LOW
                ? m.risk().name()
                : Escape.text(Plain.words(Facts.risk(m).replace(" risk", ""), REASONS));
    }

    /** Three answers: restored, not restored, and not tested or not measured. */
    private static String restored(MigrationResult m) {
        if (m.facts().phase(Phase.DOWN).isEmpty()) {
            return m.facts().migration().wayBack().exists() ? "not reached" : "no rollback tested";
        }
        SchemaCheck schema = m.facts().schemaAfterDown();
        DataCheck data = m.facts().dataAfterDown();
        return (schema == null
                        ? "schema not measured"
                        : schema.identical()
                                ? "schema restored"
                                : Sizes.count(schema.differences().size(), "schema difference"))
                + ", "
                + (data == null
                        ? "data not measured"
                        : data.identical()
                                ? "data restored"
                                : Sizes.count(data.losses().size(), "data difference"));
    }

    /** {@return what was not measured, each reason once with the versions} */
    static String notMeasured(RehearsalReport report) {
        return NotMeasuredText.together(report.migrations()).stream()
                .limit(ROWS)
                .map(sentence -> "**Not measured** " + Escape.text(Plain.words(sentence, 300)) + "\n\n")
                .reduce("", String::concat);
    }
}
