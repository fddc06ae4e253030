package dev.rehearsal.rule;

import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.result.AppliedBudgets;
import dev.rehearsal.result.Severities;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
 * @param severities how much the project says that findings matter
 * @param migrations the limits of single migrations, by version; they go before those of tables
 * @param size for which size the limits are given
 * @param waysBack what is asked of ways back
 * @param probe how long a service may take to boot, with its migrations, before it is killed; null if none migrates at boot
 */
public record Budgets(
        Duration lock,
        Duration stall,
        Duration duration,
        Map<String, TableBudget> tables,
        Severities severities,
        Map<String, MigrationBudget> migrations,
        Size size,
        WaysBack waysBack,
        @Nullable Duration probe) {
    /** What serves when nothing is said: half a second of lock, one second of stall, five minutes in all. */
    public static final Budgets DEFAULT =
            new Budgets(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMinutes(5));

    public Budgets {
        tables = Map.copyOf(tables);
        migrations = Map.copyOf(migrations);
    }

    /**
     * Limits of a project that asks each migration for a way back.
     *
     * @param lock how long a lock that blocks reads or writes may be held
     * @param stall how long a reader or writer may have to wait
     * @param duration how long an up or a down may take
     * @param tables the limits of single tables, by name: with or without the schema
     * @param severities how much the project says that findings matter
     * @param migrations the limits of single migrations, by version; they go before those of tables
     * @param size for which size the limits are given
     */
    public Budgets(
            Duration lock,
            Duration stall,
            Duration duration,
            Map<String, TableBudget> tables,
            Severities severities,
            Map<String, MigrationBudget> migrations,
            Size size) {
        this(lock, stall, duration, tables, severities, migrations, size, WaysBack.REQUIRED, null);
    }

    /**
     * {@return these limits of a service that migrates when it boots}
     *
     * @param deadline how long it may take until it is killed; null if none migrates at boot
     */
    public Budgets probe(@Nullable Duration deadline) {
        return new Budgets(lock, stall, duration, tables, severities, migrations, size, waysBack, deadline);
    }

    /**
     * Limits that are the same for all tables.
     *
     * @param lock how long a lock may be held
     * @param stall how long a reader or writer may have to wait
     * @param duration how long an up or a down may take
     */
    public Budgets(Duration lock, Duration stall, Duration duration) {
        this(lock, stall, duration, Map.of(), Severities.DEFAULT, Map.of(), Size.STAGE);
    }

    /**
     * {@return the limits of one migration: its own, and where it has none, the tables' and the general ones}
     *
     * @param version which
     */
    Budgets of(String version) {
        MigrationBudget own = migrations.get(version);
        if (own == null) {
            return this;
        }
        Map<String, TableBudget> left = tables.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        table -> new TableBudget(
                                own.lock() == null ? table.getValue().lock() : null,
                                own.stall() == null ? table.getValue().stall() : null)));
        return new Budgets(
                own.lock() == null ? lock : own.lock(),
                own.stall() == null ? stall : own.stall(),
                own.duration() == null ? duration : own.duration(),
                left,
                severities,
                migrations,
                size,
                waysBack,
                probe);
    }

    /**
     * {@return these limits, as they hold for the migrations of a history}
     *
     * @param history all there are
     */
    public Budgets in(MigrationHistory history) {
        return new Budgets(lock, stall, duration, tables, severities, migrations, size, waysBack.in(history), probe);
    }

    /** {@return these limits of all tables, each multiplied} */
    Budgets times(double factor) {
        Map<String, TableBudget> own = tables.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        table -> new TableBudget(
                                times(table.getValue().lock(), factor),
                                times(table.getValue().stall(), factor))));
        return new Budgets(
                Objects.requireNonNull(times(lock, factor)),
                Objects.requireNonNull(times(stall, factor)),
                Objects.requireNonNull(times(duration, factor)),
                own,
                severities,
                migrations,
                size,
                waysBack,
                times(probe, factor));
    }

    private static @Nullable Duration times(@Nullable Duration limit, double factor) {
        return limit == null ? null : Duration.ofNanos(Math.round(limit.toNanos() * factor));
    }

    /** {@return these limits as a report tells them} */
    public AppliedBudgets applied() {
        Map<String, AppliedBudgets.OfTable> own = tables.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), table -> new AppliedBudgets.OfTable(lockMs(table), stallMs(table))));
        Map<String, AppliedBudgets.OfMigration> single = migrations.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), version -> {
                    Budgets limits = of(version);
                    return new AppliedBudgets.OfMigration(
                            millis(limits.lock), millis(limits.stall), millis(limits.duration));
                }));
        return new AppliedBudgets(
                millis(lock),
                millis(stall),
                millis(duration),
                own,
                severities,
                single,
                size.id(),
                probe == null ? null : millis(probe));
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
        return own != null ? own : tables.get(FactNames.bare(table));
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

    /**
     * The limits of one migration.
     *
     * @param lock how long it may lock any table; null for the table's or the general limit
     * @param stall how long readers and writers may have to wait for it; null likewise
     * @param duration how long its up or down may take; null for the general limit
     */
    public record MigrationBudget(
            @Nullable Duration lock,
            @Nullable Duration stall,
            @Nullable Duration duration) {}

    /** For which size limits are given. */
    public enum Size {
        /** The rehearsal's: what was measured counts. */
        STAGE,
        /** Production's, where the volume profile tells it: what is predicted counts. */
        PRODUCTION;

        /** {@return the name in settings and reports} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
