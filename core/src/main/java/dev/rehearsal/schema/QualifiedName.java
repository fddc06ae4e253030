package dev.rehearsal.schema;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The name of a relation as the catalogue spells it: unquoted, case as stored.
 *
 * @param schema the schema's name
 * @param name the relation's name
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    /** {@return the name as a reader would write it: {@code public.users}, quoted only where it must be} */
    @Override
    public String toString() {
        return display(schema) + "." + display(name);
    }

    /** {@return the name quoted for SQL, whatever it holds} */
    public String quoted() {
        return quote(schema) + "." + quote(name);
    }

    /**
     * {@return the identifier in double quotes, with quotes inside doubled}
     *
     * @param identifier any identifier
     */
    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /**
     * {@return the identifier for a reader: quoted exactly where the server's {@code quote_ident} quotes it, so that a
     * name that was told here and one that was told there are the same}
     *
     * @param identifier any identifier
     */
    public static String display(String identifier) {
        return PLAIN.matcher(identifier).matches() && !Keywords.RESERVED.contains(identifier)
                ? identifier
                : quote(identifier);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }
}
