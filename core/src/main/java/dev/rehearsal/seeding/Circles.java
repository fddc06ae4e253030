package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables whose keys must not be NULL and point at each other in a circle: none of them can be filled alone. */
public final class Circles {
    private final Map<QualifiedName, SeedTable> tables = new HashMap<>();

    private Circles(Collection<SeedTable> all) {
        all.forEach(table -> tables.put(table.name(), table));
    }

    /** {@return the tables of the circle that a table is in, the one that can be filled first in front; or it alone} */
    public static List<SeedTable> around(SeedTable table, Collection<SeedTable> all) {
        Circles circles = new Circles(all);
        List<SeedTable> circle = all.stream()
                .filter(one -> one.equals(table) || (circles.leads(table, one) && circles.leads(one, table)))
                .toList();
        Set<QualifiedName> names =
                new HashSet<>(circle.stream().map(SeedTable::name).toList());
        return Stream.concat(
                        circle.stream().filter(one -> waits(one, names)),
                        circle.stream().filter(one -> !waits(one, names)))
                .toList();
    }

    /** {@return whether all keys of a table that point into the circle are checked at the end of a transaction only} */
    public static boolean waits(SeedTable table, Set<QualifiedName> circle) {
        return must(table).filter(key -> circle.contains(key.parent())).allMatch(ForeignKey::deferrable);
    }

    /** {@return the keys to other tables that cannot be NULL} */
    public static Stream<ForeignKey> must(SeedTable table) {
        return table.foreignKeys().stream()
                .filter(key -> !key.parent().equals(table.name()))
                .filter(key -> key.columns().stream().anyMatch(column -> !table.nullable(column)));
    }

    private boolean leads(SeedTable from, SeedTable to) {
        Set<QualifiedName> seen = new HashSet<>();
        Deque<SeedTable> left = new ArrayDeque<>(List.of(from));
        while (!left.isEmpty()) {
            for (ForeignKey key : must(left.pop()).toList()) {
                SeedTable parent = tables.get(key.parent());
                if (parent != null && seen.add(parent.name())) {
                    left.push(parent);
                }
            }
        }
        return seen.contains(to.name());
    }
}
