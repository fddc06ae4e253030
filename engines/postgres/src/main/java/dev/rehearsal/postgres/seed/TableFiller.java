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
    private final SeedSession session;
    private final @Nullable RowStream stream;
    private final ParentKeys keys;
    private final Progress progress;

    TableFiller(SeedSession session, @Nullable RowStream stream, ParentKeys keys, Progress progress) {
        this.session = session;
        this.stream = stream;
        this.keys = keys;
        this.progress = progress;
    }

    /**
     * What a filling has come to.
     *
     * @param rows how many rows were made or changed
     * @param limit why there is no room for more; null if nothing proves that there is none
     */
    record Made(long rows, @Nullable Room limit) {}

    /** {@return what was made or changed} */
    Made fill(Task task) throws SQLException, UnfillableException {
        return session.together(() -> {
            if (task.way().trial()) {
                SeedSql.run(session.connection(), "SET LOCAL enable_hashjoin = off");
                SeedSql.run(session.connection(), "SET LOCAL enable_mergejoin = off");
            }
            PartitionBounds bounds = PartitionBounds.of(session.connection(), task.table(), task.partition());
            if (task.table().partitioned() && bounds.partitions() == 0) {
                throw new UnfillableException("it is partitioned and has no partition");
            }
            TablePlan plan = Planner.plan(task, keys, bounds);
            if (task.update()) {
                return new Made(plan.values().isEmpty() ? 0 : update(plan), null);
            }
            if (plan.scarce() && !task.way().skip()) {
                plan = Planner.plan(task.skipping(task.held().rows(), task.rows()), keys, bounds);
            }
            return inserted(plan, bounds);
        });
    }

    private Made inserted(TablePlan plan, PartitionBounds bounds) throws SQLException, UnfillableException {
        Task task = plan.task();
        long made = task.way().skip() ? 0 : insert(plan);
        made = new MoreRows(session, plan, task.way().skip() ? 0 : plan.rows()).upTo(made);
        long held = task.held().rows();
        if (task.way().skip() && made < task.rows() && !plan.offersAll()) {
            TablePlan rest = Planner.plan(task.skipping(held + made, task.rows() - made), keys, bounds);
            if (rest.offersAll()) {
                made += new MoreRows(session, rest, 0).upTo(0);
                return new Made(made, limit(rest, held + made));
            }
        }
        return new Made(made, limit(plan, held + made));
    }

    /** A table is full if it has a row for each key; where CHECKs refuse keys, if all keys were offered. */
    private static @Nullable Room limit(TablePlan plan, long rows) {
        Room room = plan.room();
        boolean left = plan.offersAll() && plan.leaves();
        boolean full =
                room.proven() && ((double) rows >= room.keys() || left || (plan.offersAll() && plan.refusesByKey()));
        return full ? (left ? room.leaving() : room) : null;
    }

    private long update(TablePlan plan) throws SQLException {
        Connection connection = session.connection();
        SeedTable table = plan.task().table();
        String order = table.uniqueKeys().stream()
                .filter(key -> key.columns().stream().noneMatch(table::nullable))
                .findFirst()
                .map(key -> SeedSql.names("x", key.columns()))
                .orElse("x.tableoid, x.ctid");
        return SeedSql.update(connection, plan.update(order));
    }

    private long insert(TablePlan plan) throws SQLException, UnfillableException {
        long rows = plan.rows();
        Connection connection = session.connection();
        boolean waiting = session.superuser() && rows > BIG;
        if (rows > BIG) {
            session.probe(() -> SeedSql.update(connection, plan.insert(plan.first(), plan.first() + PROBE - 1)));
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
        for (long done = 0; done < rows; done += BATCH) {
            long more = Math.min(rows - done, BATCH);
            made += SeedSql.update(connection, plan.insert(plan.first() + done, plan.first() + done + more - 1));
            report(plan, done + more, begun);
        }
        indexes.rebuild(connection);
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
