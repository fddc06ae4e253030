package dev.rehearsal.postgres.naming;

import dev.rehearsal.schema.QualifiedName;
import java.util.regex.Pattern;

/** Names as PostgreSQL writes them. */
public final class SqlNames {
    private static final String QUOTE = "\"";
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlNames() {}

    /**
     * {@return the name of a relation, which shows as the server would write it}
     *
     * @param schema the schema's name
     * @param name the relation's name
     */
    public static QualifiedName relation(String schema, String name) {
        return new QualifiedName(schema, name, display(schema) + "." + display(name));
    }

    /**
     * {@return the name as the server would write it, whoever told of it}
     *
     * @param name any
     */
    public static String display(QualifiedName name) {
        return display(name.schema()) + "." + display(name.name());
    }

    /**
     * {@return the name quoted for SQL, whatever it holds}
     *
     * @param name any
     */
    public static String quote(QualifiedName name) {
        return name.quoted(QUOTE);
    }

    /**
     * {@return the identifier in double quotes, with quotes inside doubled}
     *
     * @param identifier any identifier
     */
    public static String quote(String identifier) {
        return QUOTE + identifier.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
    }

    /**
     * {@return the name without its last part: {@code public.users} of {@code public.users.email}}
     *
     * @param name a full name, as the server writes it
     */
    public static String parent(String name) {
        boolean quoted = false;
        int last = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '"') {
                quoted = !quoted;
            } else if (name.charAt(i) == '.' && !quoted) {
                last = i;
            }
        }
        return name.substring(0, last);
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
}
