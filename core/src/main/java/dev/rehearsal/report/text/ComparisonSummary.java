package dev.rehearsal.report.text;

import dev.rehearsal.compare.Comparison;
import dev.rehearsal.compare.Regression;
import dev.rehearsal.compare.Regression.Kind;
import dev.rehearsal.report.format.ComparisonHeadline;
import dev.rehearsal.report.format.Plain;
import java.util.ArrayList;
import java.util.List;

/** Tells a comparison in the build log. Stateless. */
public final class ComparisonSummary {
    /** Makes one. */
    public ComparisonSummary() {}

    /**
     * {@return the lines}
     *
     * @param comparison what to tell
     */
    public List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(ComparisonHeadline.of(comparison));
        comparison.unlike().forEach(s -> lines.add("  unlike: " + Plain.line(s)));
        for (Kind kind : Kind.values()) {
            List<Regression> some = comparison.of(List.of(kind));
            if (!some.isEmpty()) {
                lines.add(kind.title());
                some.forEach(r -> lines.add("  " + Plain.line(r.script() + ": " + r.message())));
            }
        }
        return lines.stream().map(Plain::withoutCommands).toList();
    }
}
