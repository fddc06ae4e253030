package dev.rehearsal.mariadb.catalog;

import dev.rehearsal.schema.QualifiedName;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as MariaDB writes them. */
public final class Names {
    private static final String QUOTE = "`";
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_$][0-9a-zA-Z_$]*");

    private Names() {}

    /**
     * {@return the name of a relation, which shows as a reader would write it}
     *
     * @param schema the database's name
     * @param name the relation's name
     */
    public static QualifiedName relation(String schema, String name) {
        return new QualifiedName(schema, name, shown(schema) + "." + shown(name));
    }

    /**
     * {@return the name quoted for SQL, whatever it holds}
     *
     * @param name any
     */
    public static String quoted(QualifiedName name) {
        return name.quoted(QUOTE);
    }

    /**
     * {@return the identifier in backticks, with those inside doubled}
     *
     * @param identifier any
     */
    public static String quoted(String identifier) {
        return QUOTE + identifier.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
    }

    /**
     * {@return the identifier for a reader: in backticks, with those inside doubled, only where it must be}
     *
     * @param identifier any
     */
    public static String shown(String identifier) {
        boolean plain =
                PLAIN.matcher(identifier).matches() && !Keywords.RESERVED.contains(identifier.toLowerCase(Locale.ROOT));
        return plain ? identifier : quoted(identifier);
    }

    /** {@return the name of what belongs to a table, for a reader} */
    static String within(QualifiedName table, String name) {
        return table + "." + shown(name);
    }
}
