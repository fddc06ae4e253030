package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders tables so that parents come before children; where they go in a circle, it is cut where NULL is allowed. */
final class FillOrder {
    private FillOrder() {}

    static List<SeedTable> of(Collection<SeedTable> tables) {
        List<SeedTable> order = new ArrayList<>();
        Set<SeedTable> rest = new LinkedHashSet<>(tables);
        while (!rest.isEmpty()) {
            SeedTable next = first(rest, true);
            order.add(next);
            rest.remove(next);
        }
        return order;
    }

    private static SeedTable first(Set<SeedTable> rest, boolean strict) {
        for (SeedTable table : rest) {
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

    private static long waitsFor(SeedTable table, Set<SeedTable> rest, boolean strict) {
        return table.foreignKeys().stream()
                .filter(key -> !key.parent().equals(table.name()) && named(rest, key.parent()))
                .filter(key -> strict || key.columns().stream().anyMatch(column -> !table.nullable(column)))
                .count();
    }

    private static boolean named(Set<SeedTable> tables, QualifiedName name) {
        return tables.stream().anyMatch(table -> table.name().equals(name));
    }
}
