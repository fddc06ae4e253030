package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders tables so that parents come before children; where they go in a circle, it is cut where NULL is allowed. */
final class FillOrder {
    private FillOrder() {}

    static List<Table> of(Collection<Table> tables) {
        List<Table> order = new ArrayList<>();
        Set<Table> rest = new LinkedHashSet<>(tables);
        while (!rest.isEmpty()) {
            Table next = first(rest, true);
            order.add(next);
            rest.remove(next);
        }
        return order;
    }

    private static Table first(Set<Table> rest, boolean strict) {
        for (Table table : rest) {
            if (waitsFor(table, rest, strict) == 0) {
                return table;
            }
        }
        if (strict) {
            return first(rest, false);
        }
        return rest.stream()
                .min(java.util.Comparator.comparingLong(table -> waitsFor(table, rest, false)))
                .orElseThrow();
    }

    private static long waitsFor(Table table, Set<Table> rest, boolean strict) {
        return table.foreignKeys().stream()
                .filter(key -> !key.parent().equals(table.name()) && named(rest, key.parent()))
                .filter(key -> strict || key.columns().stream().anyMatch(column -> !table.nullable(column)))
                .count();
    }

    private static boolean named(Set<Table> tables, QualifiedName name) {
        return tables.stream().anyMatch(table -> table.name().equals(name));
    }
}
