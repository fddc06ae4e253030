package dev.rehearsal.plan;

/**
 * How long it takes, as measured.
 *
 * @param up all ups
 * @param down all downs
 * @param downtime the longest wait of a reader or writer
 * @param forwardOnly why there is no way back at all on purpose, and no down to time; empty if there is, or should be
 */
public record PlannedTimes(String up, String down, String downtime, String forwardOnly) {}
