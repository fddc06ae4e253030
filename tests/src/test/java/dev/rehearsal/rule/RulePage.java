package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of a rule, as a run of its samples tells it. Times differ from run to run and are left out. */
final class RulePage {
    private static final String BY_HAND = "<!-- written by hand -->\n";
    private static final String END = "<!-- end -->\n";

    private RulePage() {}

    /**
     * {@return the page}
     *
     * @param before the page as it was: what is written by hand in it is kept
     */
    static String of(Rule rule, Map<String, String> scripts, List<Finding> findings, String before) {
        StringBuilder page = new StringBuilder("# ").append(rule.id()).append("\n\n");
        page.append(rule.reason());
        if (!rule.remedy().isEmpty()) {
            page.append(' ').append(rule.remedy());
        }
        page.append("\n\nDefault: ")
                .append(rule.severity().name().toLowerCase(Locale.ROOT))
                .append(rule instanceof ShapeRule || !scripts.isEmpty() ? "; see [sizes](README.md)." : ".")
                .append("\n");
        page.append(byHand(before));
        if (scripts.containsKey("bad")) {
            page.append("\n## What it finds\n\n").append(sql(scripts.getOrDefault("bad", "")));
            for (Finding finding : findings) {
                page.append("\nThe rehearsal of this script says")
                        .append(finding.line() > 0 ? ", at line " + finding.line() : "")
                        .append(":\n\n> ")
                        .append(timeless(finding.message()))
                        .append("\n\n")
                        .append(sql(finding.remedy() + "\n"));
            }
            page.append("\n## What it does not find\n\n").append(sql(scripts.getOrDefault("good", "")));
        }
        return page.append("\n## When it may be so\n\n")
                .append(
                        TestRules.POSTGRES.adjustable().contains(rule.id())
                                ? "Say why, in the script: `-- rehearsal: " + rule.exception() + " — <reason>`."
                                : "Never: nothing lowers it.")
                .append("\n")
                .toString();
    }

    private static String byHand(String page) {
        int begin = page.indexOf(BY_HAND);
        int end = page.indexOf(END);
        return begin < 0 || end < begin ? "" : "\n" + page.substring(begin, end + END.length());
    }

    private static String sql(String text) {
        return "```sql\n" + text + (text.endsWith("\n") ? "" : "\n") + "```\n";
    }

    private static String timeless(String text) {
        return text.replaceAll("\\d+(\\.\\d+)? (ms|s)\\b", "… ms")
                .replaceAll("during the (up|down) \\([\\d,]+ of [\\d,]+ runs?\\), ", "")
                .replace("\n", "\n> ")
                .stripTrailing();
    }
}
