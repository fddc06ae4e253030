package dev.rehearsal.scenario;

import dev.rehearsal.result.MigrationFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario leaves.
 *
 * @param facts what was measured
 * @param stage the stage at the migration's version, from which the next one starts; null if the up cannot be applied,
 *     so that nothing after it can be rehearsed
 */
public record Outcome(MigrationFacts facts, @Nullable Stage stage) {}
