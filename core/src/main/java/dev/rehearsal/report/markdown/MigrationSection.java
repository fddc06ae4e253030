package dev.rehearsal.report.markdown;

import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import java.util.List;
import java.util.Locale;

/** One migration that did not pass. */
final class MigrationSection {
    private static final int FINDINGS = 12;
    private static final int LONGEST = 1_200;

    private MigrationSection() {}

    static String full(MigrationResult migration) {
        return brief(migration) + Details.of(migration);
    }

    static String brief(MigrationResult m) {
        return "\n### " + MarkdownReport.sign(m.verdict()) + " "
                + Escape.code(Plain.shorten(m.facts().migration().script().name(), 200)) + " " + m.verdict() + ", "
                + m.risk() + " risk\n\n"
                + findings(m.findings())
                + "up " + Facts.duration(m, Phase.UP)
                + " · down " + Facts.duration(m, Phase.DOWN)
                + " · up again " + Facts.duration(m, Phase.UP_AGAIN)
                + " · longest lock that blocks: " + Escape.text(Plain.shorten(Facts.worstLock(m), 200))
                + " · worst stall: " + Escape.text(Plain.shorten(Facts.worstStall(m), 200))
                + Facts.rollback(m)
                        .map(down -> " · an emergency rollback would block: " + Escape.text(Plain.shorten(down, 300)))
                        .orElse("")
                + "\n"
                + notMeasured(m);
    }

    /** {@return the worst findings, each with its remedy, and the number of the others} */
    static String findings(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        WorstFirst.findings(findings).stream().limit(FINDINGS).forEach(f -> text.append(finding(f)));
        if (findings.size() > FINDINGS) {
            text.append("and ").append(findings.size() - FINDINGS).append(" more findings in `report.html`\n\n");
        }
        return text.toString();
    }

    private static String finding(Finding f) {
        return "**" + f.severity().name().toLowerCase(Locale.ROOT) + "** " + Escape.code(f.rule()) + place(f) + ": "
                + Escape.text(Plain.shorten(f.message(), LONGEST)) + "\n\n" + remedy(f.remedy());
    }

    private static String place(Finding f) {
        String file = f.file();
        return file == null
                ? ""
                : " at " + Escape.code(Plain.shorten(file, 200) + (f.line() > 0 ? ":" + f.line() : ""));
    }

    private static String remedy(String remedy) {
        List<String> lines = Plain.lines(Plain.shorten(remedy, LONGEST));
        return switch (lines.size()) {
            case 0 -> "";
            case 1 -> "→ " + Escape.text(lines.get(0)) + "\n\n";
            default -> Escape.block("sql", lines) + "\n";
        };
    }

    private static String notMeasured(MigrationResult m) {
        List<String> missing = NotMeasuredText.of(m);
        return missing.isEmpty()
                ? ""
                : "\n**Not measured:** " + Escape.text(Plain.shorten(String.join("; ", missing), LONGEST)) + "\n";
    }
}
