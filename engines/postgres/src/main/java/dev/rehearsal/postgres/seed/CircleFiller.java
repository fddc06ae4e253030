package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.postgres.seed.TableFiller.Made;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills tables that point at each other in a circle, in one transaction. What a table points at before it is there is
 * foreseen: its rows are made and noted, and made again when their turn has come; a row's key follows from its number.
 *
 * @param session where
 * @param attempts fills one table
 * @param keys what rows can point at
 */
record CircleFiller(SeedSession session, Attempts attempts, ParentKeys keys) {
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /** Makes the task of a table, given the tables that are filled later. */
    interface Tasks {
        Task of(SeedTable table, Set<QualifiedName> pending) throws SQLException;
    }

    /** {@return what was made of each; all of it or nothing} */
    Map<SeedTable, Made> fill(List<SeedTable> circle, Set<QualifiedName> pending, Tasks tasks)
            throws SQLException, UnfillableException {
        try {
            return session.together(() -> {
                SeedSql.run(session.connection(), "SET CONSTRAINTS ALL DEFERRED");
                Map<SeedTable, Made> made = filled(circle, pending, tasks);
                for (SeedTable table : circle) {
                    prove(table, circle);
                }
                return made;
            });
        } catch (SQLException e) {
            if (FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
                throw nobody(circle);
            }
            throw e;
        } finally {
            keys.forgetAll();
        }
    }

    private Map<SeedTable, Made> filled(List<SeedTable> circle, Set<QualifiedName> pending, Tasks tasks)
            throws SQLException, UnfillableException {
        Map<SeedTable, Made> made = new LinkedHashMap<>();
        Set<QualifiedName> left = new HashSet<>(pending);
        for (SeedTable table : circle) {
            left.remove(table.name());
            keys.forget(table.name());
            for (SeedTable parent : circle) {
                boolean needed =
                        Circles.must(table).anyMatch(key -> key.parent().equals(parent.name()));
                if (needed && left.contains(parent.name()) && !keys.foresees(parent.name())) {
                    Set<QualifiedName> others = new HashSet<>(left);
                    others.remove(parent.name());
                    others.add(table.name());
                    foresee(tasks.of(parent, others));
                }
            }
            made.put(table, attempts.fillHere(tasks.of(table, left)));
        }
        return made;
    }

    private void foresee(Task task) throws SQLException, UnfillableException {
        String there = keys.places(task.table());
        attempts.fillHere(task);
        keys.foresee(task.table());
        SeedSql.run(
                session.connection(),
                "DELETE FROM " + task.table().rows() + " AS t WHERE NOT EXISTS (SELECT FROM " + there
                        + " AS o WHERE o.of = t.tableoid AND o.place = t.ctid)");
    }

    /** Rows that were made otherwise than foreseen would be pointed at in vain. */
    private void prove(SeedTable table, List<SeedTable> circle) throws SQLException, UnfillableException {
        for (ForeignKey key : Circles.must(table).toList()) {
            for (SeedTable parent : circle) {
                if (key.parent().equals(parent.name())
                        && SeedSql.holds(session.connection(), "SELECT EXISTS (" + lost(table, key, parent) + ")")) {
                    throw new UnfillableException(names(circle) + " point at each other in a circle, and the keys of "
                            + parent.name() + " follow from what it points at itself");
                }
            }
        }
    }

    private static String lost(SeedTable table, ForeignKey key, SeedTable parent) {
        String there = key.columns().stream()
                .map(column -> "c." + SqlNames.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "c." + SqlNames.quote(key.columns().get(i)) + " = p."
                        + SqlNames.quote(key.keys().get(i)))
                .collect(Collectors.joining(" AND "));
        return "SELECT FROM " + table.rows() + " AS c WHERE " + there + " AND NOT EXISTS (SELECT FROM " + parent.rows()
                + " AS p WHERE " + same + ")";
    }

    private static UnfillableException nobody(List<SeedTable> circle) {
        return new UnfillableException(
                "the NOT NULL keys of " + names(circle) + " point at each other in a circle and are"
                        + " not all DEFERRABLE: whichever row is inserted first, the row that it points at is not there yet."
                        + " ALTER TABLE … ALTER CONSTRAINT … DEFERRABLE ends it; so does a superuser, for whom foreign keys rest"
                        + " while tables are filled");
    }

    private static String names(List<SeedTable> circle) {
        return circle.stream().map(table -> table.name().toString()).collect(Collectors.joining(", "));
    }
}
