package dev.rehearsal.report.markdown;

import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Severity;
import java.util.List;

/** What a reviewer should know of migrations that passed all the same, folded. */
record PassedWarnings(List<MigrationResult> migrations) {
    /** {@return the warnings of each, with as many migrations as fit and the number of those that do not} */
    String within(int room) {
        List<MigrationResult> warned =
                migrations.stream().filter(m -> !warnings(m).isEmpty()).toList();
        if (warned.isEmpty() || room < 1_000) {
            return "";
        }
        long count = warned.stream().mapToLong(m -> warnings(m).size()).sum();
        StringBuilder text = new StringBuilder(
                "\n<details><summary>⚠️ " + Sizes.count(count, "warning") + " of migrations that passed</summary>\n\n");
        int shown = 0;
        for (MigrationResult migration : warned) {
            String section = section(migration);
            if (text.length() + section.length() + 200 > room) {
                break;
            }
            text.append(section);
            shown++;
        }
        if (shown < warned.size()) {
            text.append(
                    "and those of " + Sizes.count(warned.size() - shown, "more migration") + " in `report.html`.\n\n");
        }
        return text.append("</details>\n").toString();
    }

    private static String section(MigrationResult m) {
        String script = m.facts().migration().script().name();
        return "**" + Escape.code(Plain.shorten(script, 200)) + "**, " + m.risk() + " risk\n\n"
                + MigrationSection.findings(warnings(m));
    }

    private static List<Finding> warnings(MigrationResult m) {
        return m.findings().stream().filter(f -> f.severity() != Severity.NOTE).toList();
    }
}
