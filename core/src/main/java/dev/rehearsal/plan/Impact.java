package dev.rehearsal.plan;

/**
 * What a migration costs, as measured.
 *
 * @param rows rows it wrote
 * @param size rows and bytes of the tables that it touches
 * @param duration how long it took
 * @param lock the longest lock, and what it blocked
 * @param stall the worst wait of a reader or writer
 * @param rewrites tables written anew
 * @param wal write-ahead log
 * @param disk how much larger the tables were afterwards
 * @param downtime what to expect
 */
public record Impact(
        String rows,
        String size,
        String duration,
        String lock,
        String stall,
        String rewrites,
        String wal,
        String disk,
        String downtime) {}
