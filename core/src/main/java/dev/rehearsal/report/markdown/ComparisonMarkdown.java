package dev.rehearsal.report.markdown;

import dev.rehearsal.compare.Comparison;
import dev.rehearsal.compare.Regression;
import dev.rehearsal.compare.Regression.Kind;
import dev.rehearsal.report.format.ComparisonHeadline;
import java.util.List;

/** Tells a comparison to people, in a text that fits a comment. Stateless. */
public final class ComparisonMarkdown {
    private static final int LIMIT = 60_000;

    /** Makes one. */
    public ComparisonMarkdown() {}

    /**
     * {@return the report}
     *
     * @param comparison what to tell
     */
    public String render(Comparison comparison) {
        StringBuilder text = new StringBuilder("## Rehearsal: " + ComparisonHeadline.of(comparison) + "\n\n");
        comparison.unlike().forEach(s -> text.append("> Unlike: " + Escape.text(s) + "\n\n"));
        for (Kind kind : Kind.values()) {
            List<Regression> some = comparison.of(List.of(kind));
            if (!some.isEmpty()) {
                text.append("### " + kind.title() + "\n\n");
                section(some, text);
            }
        }
        return text.toString();
    }

    private static void section(List<Regression> some, StringBuilder text) {
        int told = 0;
        for (Regression r : some) {
            String item = "- **" + Escape.text(r.script()) + "**: " + Escape.text(r.message()) + "\n";
            if (text.length() + item.length() > LIMIT) {
                text.append("- and " + (some.size() - told) + " more\n");
                break;
            }
            text.append(item);
            told++;
        }
        text.append('\n');
    }
}
