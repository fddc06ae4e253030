package dev.rehearsal.postgres.watch;

import dev.rehearsal.observe.CostView;
import dev.rehearsal.observe.LockedRelation;
import dev.rehearsal.observe.RanStatement;
import dev.rehearsal.observe.RelationNames;
import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.TableCost;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a phase costs as a whole: the server's counters after it less those before. They are complete once the session
 * that migrated has ended, so it is waited for. On a connection of its own: what goes wrong here takes nothing from what
 * is said of locks.
 */
final class Costs implements CostView {
    private static final int COUNTS_AT_ONCE_FROM = 15;
    private static final long BEFORE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long AFTER = TimeUnit.SECONDS.toNanos(2);

    private final DataSource source;
    private final RelationNames names;
    private final Set<QualifiedName> ignored;
    private @Nullable Connection connection;
    private @Nullable ServerCounters before;

    Costs(DataSource source, RelationNames names, Set<QualifiedName> ignored) {
        this.source = source;
        this.names = names;
        this.ignored = ignored;
    }

    @Override
    public void begin() {
        try {
            Connection opened = source.getConnection();
            connection = opened;
            if (opened.getMetaData().getDatabaseMajorVersion() >= COUNTS_AT_ONCE_FROM) {
                before = quiet(opened, new Integer[0], BEFORE) ? ServerCounters.read(opened) : null;
            }
        } catch (SQLException e) {
            before = null;
        }
    }

    @Override
    public @Nullable PhaseCost since(List<RanStatement> statements, Set<Long> sessions) {
        ServerCounters earlier = before;
        Connection open = connection;
        if (earlier == null || open == null) {
            return null;
        }
        Integer[] pids = sessions.stream().map(Math::toIntExact).toArray(Integer[]::new);
        try {
            boolean complete = quiet(open, pids, AFTER);
            ServerCounters now = ServerCounters.read(open);
            return new PhaseCost(
                    now.wal() - earlier.wal(),
                    sum(statements),
                    complete ? now.temp() - earlier.temp() : null,
                    complete ? tables(earlier, now) : null);
        } catch (SQLException e) {
            return null;
        }
    }

    private static @Nullable Long sum(List<RanStatement> statements) {
        long sum = 0;
        for (RanStatement ran : statements) {
            if (ran.log() == null) {
                return null;
            }
            sum += ran.logBytes();
        }
        return sum;
    }

    private List<TableCost> tables(ServerCounters earlier, ServerCounters now) {
        names.learnAll();
        Map<Long, ServerCounters.Of> grown = new HashMap<>();
        now.relations()
                .forEach((oid, count) -> grown.put(
                        oid, count.plus(earlier.relations().getOrDefault(oid, ServerCounters.Of.none()), -1)));
        earlier.relations().forEach((oid, count) -> grown.computeIfAbsent(oid, gone -> count.sizeGone()));
        Map<String, ServerCounters.Of> growth = byTable(grown);
        Map<String, ServerCounters.Of> old = byTable(earlier.relations());
        Set<String> left = byTable(now.relations()).keySet();
        List<TableCost> costs = new ArrayList<>();
        growth.forEach((table, change) -> {
            if (!change.nothing() || !old.containsKey(table)) {
                costs.add(cost(table, change, old.get(table), left.contains(table)));
            }
        });
        return costs;
    }

    private static TableCost cost(
            String table, ServerCounters.Of change, ServerCounters.@Nullable Of old, boolean left) {
        long before = old == null ? 0 : old.size();
        return new TableCost(
                table,
                change.at(1),
                change.at(2),
                change.at(3),
                change.at(4),
                change.at(5),
                change.at(6),
                change.at(7),
                old == null ? null : before,
                left ? before + change.size() : null);
    }

    private Map<String, ServerCounters.Of> byTable(Map<Long, ServerCounters.Of> relations) {
        Map<String, ServerCounters.Of> tables = new TreeMap<>();
        relations.forEach((oid, count) -> {
            LockedRelation table = names.root(oid);
            if (table != null && !ignored.contains(table.name())) {
                tables.merge(table.name().toString(), count, (a, b) -> a.plus(b, 1));
            }
        });
        return tables;
    }

    /** {@return whether all sessions that count have handed in what they counted} */
    private static boolean quiet(Connection connection, Integer[] pids, long patience) throws SQLException {
        long deadline = System.nanoTime() + patience;
        while (ServerCounters.ending(connection, pids) > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws SQLException {
        Connection opened = connection;
        if (opened != null) {
            opened.close();
        }
    }
}
