package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Repeats;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Sizing.Reading;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the machine was so busy that a time over its limit may be the machine's, it is not measured. What the migration
 * slept, waited or computed itself is its own on any machine; where that is not known, only what is far beyond is.
 */
final class Doubt {
    /** Whoever gets a third of a processor takes three times as long, and sometimes more. */
    static final int MARGIN = 3;

    private Doubt() {}

    /** {@return the finding, or that nothing can be told} */
    static Finding weigh(Finding finding, PhaseResult phase, Reading reading, double limit) {
        Repeats repeats = phase.repeats();
        boolean busy = repeats != null && repeats.busy();
        boolean held = reading.aloneMs() != null && reading.aloneMs() <= limit;
        if ((!busy && !held) || certain(reading, repeats == null ? 1 : repeats.stretch(), limit)) {
            return finding;
        }
        return new Finding(
                NotMeasured.ID,
                Severity.ERROR,
                "Whether a budget is kept cannot be told: %s The machine was busy: %s"
                        .formatted(finding.message(), why(reading, repeats)),
                "Run it again while less runs on this machine.",
                finding.file(),
                finding.line());
    }

    private static boolean certain(Reading reading, double stretch, double limit) {
        Double own = reading.certainMs();
        return own == null ? reading.ms() >= limit * MARGIN * stretch : own > limit;
    }

    private static String why(Reading reading, @Nullable Repeats repeats) {
        return repeats != null && repeats.busy()
                ? String.format(
                        Locale.ROOT, "what needs a processor for a moment took %.1f times as long.", repeats.stretch())
                : "without waiting for a processor it took "
                        + Wording.millis(reading.aloneMs() == null ? reading.ms() : reading.aloneMs()) + ".";
    }
}
