package dev.rehearsal.rule;

import java.time.Duration;

/**
 * The limits that facts are held against.
 *
 * @param lock how long a lock that blocks reads or writes may be held
 * @param stall how long a reader or writer may have to wait
 * @param duration how long an up or a down may take
 */
public record Budgets(Duration lock, Duration stall, Duration duration) {
    /** What serves when nothing is said: half a second of lock, one second of stall, five minutes in all. */
    public static final Budgets DEFAULT =
            new Budgets(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMinutes(5));
}
