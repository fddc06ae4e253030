package dev.rehearsal.report.format;

import dev.rehearsal.compare.Comparison;
import dev.rehearsal.compare.Regression.Kind;

/** The first sentence about a comparison, the same in every report. */
public final class ComparisonHeadline {
    private ComparisonHeadline() {}

    /**
     * {@return how much got worse, and how much could not be compared}
     *
     * @param comparison what to tell
     */
    public static String of(Comparison comparison) {
        long worse = comparison.regressions().stream()
                .filter(r -> r.kind() != Kind.NOT_COMPARED)
                .count();
        long alone = comparison.regressions().size() - worse;
        String answer = worse == 0 ? "nothing got worse" : Sizes.count(worse, "thing") + " got worse";
        return answer + " in " + Sizes.count(comparison.compared(), "compared migration")
                + (alone == 0 ? "" : "; " + alone + " could not be compared");
    }
}
