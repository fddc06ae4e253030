package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills tables that point at each other in a circle, in one transaction. What a table points at before it is there is
 * foreseen: its rows are made and noted, and made again when their turn has come; a row's key follows from its number.
 *
 * @param circling what the engine can do
 * @param attempts fills one table
 */
record CircleFiller(Circling circling, Attempts attempts) {
    /** Makes the task of a table, given the tables that are filled later. */
    interface Tasks {
        Task of(SeedTable table, Set<QualifiedName> pending) throws SQLException;
    }

    /** {@return what was made of each; all of it or nothing} */
    Map<SeedTable, Made> fill(List<SeedTable> circle, Set<QualifiedName> pending, Tasks tasks)
            throws SQLException, UnfillableException {
        try {
            return circling.together(() -> {
                Map<SeedTable, Made> made = filled(circle, pending, tasks);
                for (SeedTable table : circle) {
                    prove(table, circle);
                }
                return made;
            });
        } catch (SQLException e) {
            if (circling.explained(e, circle) instanceof UnfillableException nobody) {
                throw nobody;
            }
            throw e;
        } finally {
            circling.forgetAll();
        }
    }

    private Map<SeedTable, Made> filled(List<SeedTable> circle, Set<QualifiedName> pending, Tasks tasks)
            throws SQLException, UnfillableException {
        Map<SeedTable, Made> made = new LinkedHashMap<>();
        Set<QualifiedName> left = new HashSet<>(pending);
        for (SeedTable table : circle) {
            left.remove(table.name());
            circling.forget(table.name());
            for (SeedTable parent : circle) {
                boolean needed =
                        Circles.must(table).anyMatch(key -> key.parent().equals(parent.name()));
                if (needed && left.contains(parent.name()) && !circling.foresees(parent.name())) {
                    Set<QualifiedName> others = new HashSet<>(left);
                    others.remove(parent.name());
                    others.add(table.name());
                    Task task = tasks.of(parent, others);
                    circling.foresee(task.table(), () -> attempts.fillHere(task));
                }
            }
            made.put(table, attempts.fillHere(tasks.of(table, left)));
        }
        return made;
    }

    /** Rows that were made otherwise than foreseen would be pointed at in vain. */
    private void prove(SeedTable table, List<SeedTable> circle) throws SQLException, UnfillableException {
        for (ForeignKey key : Circles.must(table).toList()) {
            for (SeedTable parent : circle) {
                if (key.parent().equals(parent.name()) && circling.pointsInVain(table, key, parent)) {
                    throw new UnfillableException(names(circle) + " point at each other in a circle, and the keys of "
                            + parent.name() + " follow from what it points at itself");
                }
            }
        }
    }

    private static String names(List<SeedTable> circle) {
        return circle.stream().map(table -> table.name().toString()).collect(Collectors.joining(", "));
    }
}
