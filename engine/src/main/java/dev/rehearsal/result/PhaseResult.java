package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import org.jspecify.annotations.Nullable;

/**
 * One phase: what was seen of it, and how it ended.
 *
 * @param phase which
 * @param facts what was seen
 * @param failure why it failed; null if it did not
 */
public record PhaseResult(
        Phase phase, PhaseFacts facts, @Nullable RunFailure failure) {}
