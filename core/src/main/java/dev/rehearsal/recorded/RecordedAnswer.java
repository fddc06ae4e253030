package dev.rehearsal.recorded;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rehearsal said of it.
 *
 * @param verdict the answer
 * @param risk how much it can hurt
 * @param riskReasons why
 * @param expectedDowntimeMs the worst that others had to wait; null if not measured
 */
public record RecordedAnswer(
        String verdict,
        String risk,
        List<String> riskReasons,
        @Nullable Double expectedDowntimeMs) {
    public RecordedAnswer {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(risk, "risk");
        riskReasons = List.copyOf(riskReasons);
    }
}
