package dev.rehearsal.rule;

import dev.rehearsal.result.AppliedBudgets;
import dev.rehearsal.result.Severity;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The limits that facts are held against, and how much it matters where they are passed.
 *
 * @param lock how long a lock that blocks reads or writes may be held
 * @param stall how long a reader or writer may have to wait
 * @param duration how long an up or a down may take
 * @param tables the limits of single tables, by name: with or without the schema
 * @param severities what a project says that a rule's findings are, by the rule's id
 */
public record Budgets(
        Duration lock,
        Duration stall,
        Duration duration,
        Map<String, TableBudget> tables,
        Map<String, Severity> severities) {
    /** What serves when nothing is said: half a second of lock, one second of stall, five minutes in all. */
    public static final Budgets DEFAULT =
            new Budgets(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMinutes(5));

    public Budgets {
        tables = Map.copyOf(tables);
        severities = Map.copyOf(severities);
    }

    /**
     * Limits that are the same for all tables.
     *
     * @param lock how long a lock may be held
     * @param stall how long a reader or writer may have to wait
     * @param duration how long an up or a down may take
     */
    public Budgets(Duration lock, Duration stall, Duration duration) {
        this(lock, stall, duration, Map.of(), Map.of());
    }

    /** {@return these limits as a report tells them} */
    public AppliedBudgets applied() {
        Map<String, AppliedBudgets.OfTable> own = tables.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), table -> new AppliedBudgets.OfTable(lockMs(table), stallMs(table))));
        return new AppliedBudgets(millis(lock), millis(stall), millis(duration), own, severities);
    }

    /** {@return how long a table may be locked, in milliseconds} */
    double lockMs(String table) {
        TableBudget own = own(table);
        return millis(own == null || own.lock() == null ? lock : own.lock());
    }

    /** {@return how long a reader or writer of a table may have to wait, in milliseconds} */
    double stallMs(String table) {
        TableBudget own = own(table);
        return millis(own == null || own.stall() == null ? stall : own.stall());
    }

    private @Nullable TableBudget own(String table) {
        TableBudget own = tables.get(table);
        return own != null ? own : tables.get(Names.bare(table));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    /**
     * The limits of one table.
     *
     * @param lock how long it may be locked; null for the general limit
     * @param stall how long its readers and writers may have to wait; null for the general limit
     */
    public record TableBudget(
            @Nullable Duration lock, @Nullable Duration stall) {}
}
