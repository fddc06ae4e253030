package dev.rehearsal.result;

import java.util.List;

/**
 * One migration: what was measured and what was judged of it.
 *
 * @param facts what was measured
 * @param verdict the answer for this migration
 * @param risk how much it can hurt
 * @param findings worst first
 */
public record MigrationResult(MigrationFacts facts, Verdict verdict, Risk risk, List<Finding> findings) {
    public MigrationResult {
        findings = List.copyOf(findings);
    }
}
