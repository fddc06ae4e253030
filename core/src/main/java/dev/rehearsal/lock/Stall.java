package dev.rehearsal.lock;

import org.jspecify.annotations.Nullable;

/**
 * How long one kind of access to one table had to wait while a phase ran.
 *
 * @param relation the table, for a reader
 * @param operation what the canary did
 * @param worstMs the longest single wait, in milliseconds
 * @param totalMs all waits that count as blocked together, in milliseconds
 * @param blocked how many accesses counted as blocked
 * @param attempts how many accesses were made
 * @param timedOut how many gave up
 * @param line the line of the statement that took the lock behind the worst wait, or that ran when the wait began; null if
 *     neither is known
 */
public record Stall(
        String relation,
        Operation operation,
        double worstMs,
        double totalMs,
        int blocked,
        int attempts,
        int timedOut,
        @Nullable Integer line) {}
