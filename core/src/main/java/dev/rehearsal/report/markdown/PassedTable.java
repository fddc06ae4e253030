package dev.rehearsal.report.markdown;

import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import java.util.List;
import java.util.stream.Collectors;

/** The migrations that passed, one row each, folded. */
record PassedTable(List<MigrationResult> migrations) {

    /** {@return the table, with as many rows as fit and the number of those that do not} */
    String within(int room) {
        if (migrations.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n<details><summary>✅ " + Sizes.count(migrations.size(), "migration")
                + " PASSED</summary>\n\n"
                + "| version | description | up | down | up again | longest lock that blocks | worst stall | remarks |\n"
                + "|---|---|--:|--:|--:|--:|--:|---|\n");
        int shown = 0;
        for (MigrationResult migration : migrations) {
            String row = row(migration);
            if (text.length() + row.length() + 200 > room) {
                break;
            }
            text.append(row);
            shown++;
        }
        if (shown < migrations.size()) {
            text.append("\nand ").append(Sizes.count(migrations.size() - shown)).append(" more in `report.html`.\n");
        }
        return text.append("\n</details>\n").toString();
    }

    private static String row(MigrationResult m) {
        return "| " + Escape.code(Plain.shorten(m.facts().migration().version(), 60)) + " | "
                + Escape.text(Plain.shorten(m.facts().migration().description(), 120)) + " | "
                + Facts.duration(m, Phase.UP) + " | "
                + Facts.duration(m, Phase.DOWN) + " | "
                + Facts.duration(m, Phase.UP_AGAIN) + " | "
                + Facts.longestLock(m) + " | "
                + Escape.text(Facts.longestStall(m)) + " | "
                + remarks(m) + " |\n";
    }

    private static String remarks(MigrationResult m) {
        String rules = m.findings().stream()
                .map(f -> Escape.code(f.rule()) + (f.baselined() ? " (baselined)" : ""))
                .distinct()
                .limit(5)
                .collect(Collectors.joining(" "));
        String missing = String.join("; ", NotMeasuredText.of(m));
        return rules + (missing.isEmpty() ? "" : " not measured: " + Escape.text(Plain.shorten(missing, 200)));
    }
}
