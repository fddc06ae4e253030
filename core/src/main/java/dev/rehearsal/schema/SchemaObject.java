package dev.rehearsal.schema;

import java.util.Comparator;

/**
 * The identity of one object of the catalogue.
 *
 * @param type what it is, in the server's words: {@code table}, {@code column}, {@code index}, {@code policy} …
 * @param name its full name for a reader: {@code public.users}, {@code public.users.email}
 */
public record SchemaObject(String type, String name) implements Comparable<SchemaObject> {
    private static final Comparator<SchemaObject> ORDER =
            Comparator.comparing(SchemaObject::name).thenComparing(SchemaObject::type);

    @Override
    public String toString() {
        return type + " " + name;
    }

    @Override
    public int compareTo(SchemaObject other) {
        return ORDER.compare(this, other);
    }
}
