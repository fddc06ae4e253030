package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Repeats;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Sizing.Reading;
import java.util.Locale;

/** Where the machine was so busy that a time over its limit may be the machine's, it is not measured. */
final class Doubt {
    /** Whoever gets a third of a processor takes three times as long, and sometimes more. */
    private static final int MARGIN = 3;

    private Doubt() {}

    /** {@return the finding, or that nothing can be told} */
    static Finding weigh(Finding finding, PhaseResult phase, Reading reading, double limit) {
        Repeats repeats = phase.repeats();
        if (repeats == null || !repeats.busy() || reading.ms() >= limit * MARGIN * repeats.stretch()) {
            return finding;
        }
        return new Finding(
                NotMeasured.ID,
                Severity.ERROR,
                "Whether a budget is kept cannot be told: %s The machine was busy: what needs a processor for a moment took"
                                .formatted(finding.message())
                        + String.format(Locale.ROOT, " %.1f times as long.", repeats.stretch()),
                "Run it again while less runs on this machine.",
                finding.file(),
                finding.line());
    }
}
