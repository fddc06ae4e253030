package dev.rehearsal.postgres.seed;

import dev.rehearsal.progress.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Fills one table, or columns of it, by one plan; all of it or nothing. */
final class TableFiller {
    private static final long BIG = 20_000;
    private static final long PROBE = 300;
    private static final long BATCH = 250_000;
    private static final int ROUNDS = 8;
    private final Session session;
    private final @Nullable RowStream stream;
    private final ParentKeys keys;
    private final Progress progress;

    TableFiller(Session session, @Nullable RowStream stream, Progress progress) {
        this.session = session;
        this.stream = stream;
        this.keys = new ParentKeys(session.connection());
        this.progress = progress;
    }

    /** {@return how many rows were made or changed} */
    long fill(Task task) throws SQLException, UnfillableException {
        return session.together(() -> {
            if (task.way().trial()) {
                Sql.run(session.connection(), "SET LOCAL enable_hashjoin = off");
                Sql.run(session.connection(), "SET LOCAL enable_mergejoin = off");
            }
            PartitionBounds bounds = PartitionBounds.of(session.connection(), task.table());
            if (task.table().partitioned() && bounds.partitions() == 0) {
                throw new UnfillableException("it is partitioned and has no partition");
            }
            TablePlan plan = Planner.plan(task, keys, bounds);
            if (plan.values().isEmpty() && task.update()) {
                return 0L;
            }
            return task.update() ? update(plan) : insert(plan);
        });
    }

    private long update(TablePlan plan) throws SQLException {
        Connection connection = session.connection();
        Table table = plan.task().table();
        String order = table.uniqueKeys().stream()
                .filter(key -> key.columns().stream().noneMatch(table::nullable))
                .findFirst()
                .map(key -> Sql.names("x", key.columns()))
                .orElse("x.tableoid, x.ctid");
        return Sql.update(connection, plan.update(order));
    }

    private long insert(TablePlan plan) throws SQLException, UnfillableException {
        long rows = plan.rows();
        Connection connection = session.connection();
        if (plan.task().way().skip()) {
            return insertSkipping(plan);
        }
        boolean waiting = session.superuser() && rows > BIG;
        if (rows > BIG) {
            session.probe(() -> Sql.update(connection, plan.insert(1, PROBE)));
        }
        long begun = System.nanoTime();
        RowStream pair = stream;
        if (pair != null
                && (rows > BIG || pair.keeps())
                && plan.task().way().streams()
                && !plan.values().isEmpty()) {
            return pair.fill(session, plan, done -> report(plan, done, begun));
        }
        IndexSuspension indexes =
                waiting ? IndexSuspension.of(connection, plan.task().table()) : new IndexSuspension();
        long made = 0;
        for (long from = 1; from <= rows; from += BATCH) {
            long to = Math.min(rows, from + BATCH - 1);
            made += Sql.update(connection, plan.insert(from, to));
            report(plan, to, begun);
        }
        indexes.rebuild(connection);
        return made;
    }

    private long insertSkipping(TablePlan plan) throws SQLException {
        long made = 0;
        long next = 1;
        for (int round = 0; round < ROUNDS && made < plan.rows(); round++) {
            long missing = plan.rows() - made;
            made += Sql.update(session.connection(), plan.insert(next, next + missing - 1));
            next += missing;
        }
        return made;
    }

    private void report(TablePlan plan, long done, long begun) {
        if (plan.rows() > BATCH) {
            double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
            double left = seconds / done * (plan.rows() - done);
            progress.report(String.format(
                    java.util.Locale.ROOT,
                    "  %s: %,d of %,d rows, %,.0f rows/s, %s",
                    plan.task().table().name(),
                    done,
                    plan.rows(),
                    done / seconds,
                    done < plan.rows()
                            ? String.format(java.util.Locale.ROOT, "%.0f s left", left)
                            : "building indexes"));
        }
    }
}
