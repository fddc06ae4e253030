package dev.rehearsal.postgres.seed;

import dev.rehearsal.progress.Progress;
import dev.rehearsal.seeding.KeySource;
import dev.rehearsal.seeding.Made;
import dev.rehearsal.seeding.Plan;
import dev.rehearsal.seeding.Planner;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.RowMaker;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.SeedTypes;
import dev.rehearsal.seeding.Task;
import dev.rehearsal.seeding.UnfillableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills one table, or columns of it, by one plan; all of it or nothing. */
final class TableFiller {
    private static final long BIG = 20_000;
    private static final long PROBE = 300;
    private static final long BATCH = 250_000;
    private final SeedSession session;
    private final @Nullable RowStream stream;
    private final KeySource keys;
    private final SeedTypes types;
    private final Progress progress;

    TableFiller(SeedSession session, @Nullable RowStream stream, KeySource keys, SeedTypes types, Progress progress) {
        this.session = session;
        this.stream = stream;
        this.keys = keys;
        this.types = types;
        this.progress = progress;
    }

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
            Plan plan = plan(task, bounds);
            if (task.update()) {
                return new Made(plan.values().isEmpty() ? 0 : update(TablePlan.of(plan, bounds)), null);
            }
            return new RowMaker(new Rows(bounds)).made(plan);
        });
    }

    private Plan plan(Task task, PartitionBounds bounds) throws SQLException, UnfillableException {
        Map<String, Restriction> limits = types.limits(task.table());
        bounds.limit(limits);
        return Planner.plan(task, keys, types, limits);
    }

    /** Writes rows of plans, where the partitions lie so. */
    private final class Rows implements RowMaker.Rows {
        private final PartitionBounds bounds;

        Rows(PartitionBounds bounds) {
            this.bounds = bounds;
        }

        @Override
        public long all(Plan plan) throws SQLException, UnfillableException {
            return insert(TablePlan.of(plan, bounds));
        }

        @Override
        public long some(Plan plan, long from, long to, long most) throws SQLException {
            Connection connection = session.connection();
            Savepoint before = connection.setSavepoint();
            TablePlan rows = TablePlan.of(plan, bounds);
            long made;
            try {
                made = SeedSql.update(connection, rows.insert(from, to));
            } catch (SQLException e) {
                if (!RowByRow.isNeeded(e)) {
                    throw e;
                }
                connection.rollback(before);
                made = RowByRow.insert(connection, rows, from, to);
            }
            if (made > most) {
                connection.rollback(before);
                return -1;
            }
            connection.releaseSavepoint(before);
            return made;
        }

        @Override
        public Plan plan(Task task) throws SQLException, UnfillableException {
            return TableFiller.this.plan(task, bounds);
        }

        @Override
        public boolean refusesByKey(Plan plan) {
            return TablePlan.of(plan, bounds).refusesByKey();
        }
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
