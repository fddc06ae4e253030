package dev.rehearsal.schema;

import java.util.Comparator;

/**
 * The name of a relation as the catalogue spells it: unquoted, case as stored. How it is written is its engine's matter,
 * and makes no other name of it.
 *
 * @param schema the schema's name
 * @param name the relation's name
 * @param shown the name as a reader of the engine's SQL would write it: quoted only where it must be
 */
public record QualifiedName(String schema, String name, String shown) implements Comparable<QualifiedName> {
    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    /**
     * A name that no engine quotes, or that only means a relation and is not shown.
     *
     * @param schema the schema's name
     * @param name the relation's name
     */
    public QualifiedName(String schema, String name) {
        this(schema, name, schema + "." + name);
    }

    /**
     * {@return the name for SQL, whatever it holds}
     *
     * @param quote what stands around an identifier, and is doubled inside
     */
    public String quoted(String quote) {
        return quoted(schema, quote) + "." + quoted(name, quote);
    }

    /** {@return the name as a reader would write it: {@code public.users}} */
    @Override
    public String toString() {
        return shown;
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QualifiedName named && schema.equals(named.schema) && name.equals(named.name);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    private static String quoted(String identifier, String quote) {
        return quote + identifier.replace(quote, quote + quote) + quote;
    }
}
