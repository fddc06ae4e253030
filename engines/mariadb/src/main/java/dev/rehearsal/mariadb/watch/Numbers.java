package dev.rehearsal.mariadb.watch;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers of relations, which the server knows by their names alone. A name keeps its number: whoever locks another table
 * under it is in the same way. Safe for use by several threads.
 */
final class Numbers {
    private final Map<QualifiedName, Long> numbers = new HashMap<>();

    long of(String schema, String name) {
        return of(Names.relation(schema, name));
    }

    synchronized long of(QualifiedName name) {
        return numbers.computeIfAbsent(name, fresh -> numbers.size() + 1L);
    }
}
