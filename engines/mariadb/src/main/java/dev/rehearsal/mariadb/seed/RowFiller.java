package dev.rehearsal.mariadb.seed;

import static java.util.stream.Collectors.joining;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills one table, or columns of it, by one plan; all of it or nothing.
 *
 * @param session where
 * @param keys what rows can point at
 * @param types the values of types
 */
record RowFiller(SeedSession session, TableKeys keys, SeedTypes types) {
    private static final long BATCH = 50_000;

    /** For each row that no candidate has fitted yet, twice as many are tried the next time. */
    private static final long ATTEMPTS = 2_000;

    /** {@return what was made or changed} */
    Made fill(Task task) throws SQLException, UnfillableException {
        return session.together(() -> {
            Partitions partitions = Partitions.of(session.connection(), task.table());
            Plan plan = plan(task, partitions);
            if (task.update()) {
                return new Made(plan.values().isEmpty() ? 0 : update(plan), null);
            }
            return new RowMaker(new Rows(this, partitions)).made(plan);
        });
    }

    private Plan plan(Task task, Partitions partitions) throws SQLException, UnfillableException {
        Map<String, Restriction> limits = types.limits(task.table());
        partitions.limit(limits, task.partition());
        return Planner.plan(task, keys, types, limits);
    }

    private long update(Plan plan) throws SQLException, UnfillableException {
        Connection connection = session.connection();
        SeedTable table = plan.task().table();
        List<String> key = table.uniqueKeys().stream()
                .filter(one -> !one.columns().isEmpty()
                        && one.exact()
                        && one.columns().stream().noneMatch(table::nullable))
                .findFirst()
                .orElseThrow(() -> new UnfillableException(
                        "the table has no key, by which the server could tell the rows that are there apart"))
                .columns();
        String values = keys.temporary(table.name());
        RowQuery query = new RowQuery(plan, List.of());
        Sql.run(connection, "CREATE TEMPORARY TABLE " + values + " ENGINE=Aria AS " + query.changed(key));
        String same = key.stream()
                .map(column -> "t." + Names.quoted(column) + " = v." + Names.quoted("rehearsal " + column))
                .collect(joining(" AND "));
        List<String> set = new ArrayList<>();
        plan.values().keySet().forEach(column -> set.add("t." + Names.quoted(column) + " = v." + Names.quoted(column)));
        // What the server would set by itself stays as it is.
        for (String column : Columns.setByUpdate(connection, table)) {
            if (!plan.values().containsKey(column)) {
                set.add("t." + Names.quoted(column) + " = t." + Names.quoted(column));
            }
        }
        return Sql.update(
                connection,
                "UPDATE " + Names.quoted(table.name()) + " t JOIN " + values + " v ON " + same + " SET "
                        + String.join(", ", set));
    }

    /**
     * Writes rows of plans.
     *
     * @param filler where
     * @param partitions that take them
     */
    private record Rows(RowFiller filler, Partitions partitions) implements RowMaker.Rows {
        @Override
        public long all(Plan plan) throws SQLException {
            long made = 0;
            for (long done = 0; done < plan.rows(); done += BATCH) {
                long from = plan.first() + done;
                made += insert(plan, from, from + Math.min(BATCH, plan.rows() - done) - 1);
            }
            return made;
        }

        @Override
        public long some(Plan plan, long from, long to, long most) throws SQLException {
            Connection connection = filler.session.connection();
            Savepoint before = connection.setSavepoint();
            long made = insert(plan, from, to);
            if (made > most) {
                connection.rollback(before);
                return -1;
            }
            connection.releaseSavepoint(before);
            return made;
        }

        @Override
        public Plan plan(Task task) throws SQLException, UnfillableException {
            return filler.plan(task, partitions);
        }

        /** Nobody looks at what a CHECK refuses: a table that holds fewer rows is told as that. */
        @Override
        public boolean refusesByKey(Plan plan) {
            return false;
        }

        private long insert(Plan plan, long from, long to) throws SQLException {
            if (plan.values().isEmpty()) {
                return empty(plan, to - from + 1);
            }
            RowQuery query = new RowQuery(plan, conditions(plan.task()));
            String rows = plan.task().way().trial() ? tried(query, from, to) : query.rows(from, to);
            Connection connection = filler.session.connection();
            String table = Names.quoted(plan.task().table().name());
            String insert = "INSERT INTO " + table + " (" + query.columns("") + ") " + rows;
            if (!plan.task().way().skip()) {
                return Sql.update(connection, insert);
            }
            // IGNORE would also take what does not fit, and cut it.
            String column =
                    table + "." + Names.quoted(plan.values().keySet().iterator().next());
            String count = "SELECT COUNT(*) FROM " + table;
            long before = Sql.number(connection, count);
            Sql.update(connection, insert + " ON DUPLICATE KEY UPDATE " + column + " = " + column);
            return Sql.number(connection, count) - before;
        }

        private long empty(Plan plan, long rows) throws SQLException {
            String table = Names.quoted(plan.task().table().name());
            for (long i = 0; i < rows; i++) {
                Sql.run(filler.session.connection(), "INSERT INTO " + table + " () VALUES ()");
            }
            return rows;
        }

        private List<String> conditions(Task task) {
            List<String> conditions = new ArrayList<>(task.table().checks());
            conditions.addAll(partitions.conditions(task.partition()));
            return conditions;
        }

        /** {@return a query of rows that fulfil all conditions; where none was found, there is no row} */
        private String tried(RowQuery query, long from, long to) throws SQLException {
            Connection connection = filler.session.connection();
            QualifiedName table = query.plan().task().table().name();
            String found = filler.keys.temporary(table);
            String names = query.columns("");
            Sql.run(
                    connection,
                    "CREATE TEMPORARY TABLE " + found + " (`#` BIGINT NOT NULL PRIMARY KEY) ENGINE=Aria AS SELECT"
                            + " CAST(0 AS SIGNED) AS `#`, " + query.columns("t.") + " FROM " + Names.quoted(table)
                            + " t LIMIT 0");
            String left = "(SELECT s.`#` FROM " + query.numbers(from, to) + " LEFT JOIN " + found
                    + " f ON f.`#` = s.`#` WHERE f.`#` IS NULL)";
            long size = 1;
            for (long attempt = 0; attempt < ATTEMPTS; attempt += size, size *= 2) {
                Sql.update(
                        connection,
                        "INSERT INTO " + found + " (`#`, " + names + ") "
                                + query.found(left, attempt, attempt + size - 1));
                if (Sql.number(connection, "SELECT COUNT(*) FROM " + found) > to - from) {
                    break;
                }
            }
            return "SELECT " + query.columns("f.") + " FROM " + found + " f ORDER BY f.`#`";
        }
    }
}
