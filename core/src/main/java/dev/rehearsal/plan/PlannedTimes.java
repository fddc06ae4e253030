package dev.rehearsal.plan;

/**
 * How long it takes, as measured.
 *
 * @param up all ups
 * @param down all downs
 * @param downtime the longest wait of a reader or writer
 */
public record PlannedTimes(String up, String down, String downtime) {}
