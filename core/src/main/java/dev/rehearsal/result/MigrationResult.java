package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One migration: what was measured and what was judged of it.
 *
 * @param facts what was measured
 * @param verdict the answer for this migration
 * @param risk how much it can hurt
 * @param riskReasons why it can hurt that much; empty for the lowest risk without any
 * @param expectedDowntimeMs the longest that a reader or writer had to wait, in milliseconds; 0 if no one had to, null
 *     if that was not measured
 * @param findings worst first
 */
public record MigrationResult(
        MigrationFacts facts,
        Verdict verdict,
        Risk risk,
        List<String> riskReasons,
        @Nullable Double expectedDowntimeMs,
        List<Finding> findings) {
    public MigrationResult {
        riskReasons = List.copyOf(riskReasons);
        findings = List.copyOf(findings);
    }

    /**
     * A result without reasons for its risk.
     *
     * @param facts what was measured
     * @param verdict the answer
     * @param risk how much it can hurt
     * @param findings worst first
     */
    public MigrationResult(MigrationFacts facts, Verdict verdict, Risk risk, List<Finding> findings) {
        this(facts, verdict, risk, List.of(), null, findings);
    }
}
