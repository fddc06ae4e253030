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

    /** {@return the name without its last part: {@code public.users} of {@code public.users.email}} */
    public String owner() {
        return Belonging.parent(name);
    }

    /** {@return the last part of the name: {@code email} of {@code public.users.email}} */
    public String lastName() {
        String owner = owner();
        return owner.isEmpty() ? name : name.substring(owner.length() + 1);
    }

    @Override
    public String toString() {
        return type + " " + name;
    }

    @Override
    public int compareTo(SchemaObject other) {
        return ORDER.compare(this, other);
    }
}
