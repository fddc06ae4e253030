package dev.rehearsal.compare;

import dev.rehearsal.compare.Regression.Kind;
import java.util.ArrayList;
import java.util.List;

/** Tells a comparison. Foreign text stays text. */
public final class ComparisonText {
    private static final int LIMIT = 60_000;

    private ComparisonText() {}

    /**
     * {@return the lines for the build log}
     *
     * @param comparison what to tell
     */
    public static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(comparison));
        comparison.unlike().forEach(s -> lines.add("  unlike: " + oneLine(s)));
        for (Kind kind : Kind.values()) {
            List<Regression> some = comparison.of(List.of(kind));
            if (!some.isEmpty()) {
                lines.add(kind.title());
                some.forEach(r -> lines.add("  " + oneLine(r.script() + ": " + r.message())));
            }
        }
        return lines;
    }

    /**
     * {@return the text of {@code compare.md}, which fits a comment}
     *
     * @param comparison what to tell
     */
    public static String markdown(Comparison comparison) {
        StringBuilder text = new StringBuilder("## Rehearsal: " + headline(comparison) + "\n\n");
        comparison
                .unlike()
                .forEach(s -> text.append("> Unlike: ").append(escaped(s)).append("\n\n"));
        for (Kind kind : Kind.values()) {
            List<Regression> some = comparison.of(List.of(kind));
            if (!some.isEmpty()) {
                text.append("### ").append(kind.title()).append("\n\n");
                section(some, text);
            }
        }
        return text.toString();
    }

    private static void section(List<Regression> some, StringBuilder text) {
        int told = 0;
        for (Regression r : some) {
            String item = "- **" + escaped(r.script()) + "**: " + escaped(r.message()) + "\n";
            if (text.length() + item.length() > LIMIT) {
                text.append("- and ").append(some.size() - told).append(" more\n");
                break;
            }
            text.append(item);
            told++;
        }
        text.append('\n');
    }

    private static String headline(Comparison comparison) {
        long worse = comparison.regressions().stream()
                .filter(r -> r.kind() != Kind.NOT_COMPARED)
                .count();
        long alone = comparison.regressions().size() - worse;
        String answer = worse == 0 ? "nothing got worse" : worse + (worse == 1 ? " thing" : " things") + " got worse";
        return answer + " in " + comparison.compared() + " compared migrations"
                + (alone == 0 ? "" : "; " + alone + " could not be compared");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String escaped(String text) {
        return oneLine(text).replaceAll("([\\\\`*_{}\\[\\]<>#|!@~])", "\\\\$1").replace("&", "&amp;");
    }
}
