package dev.rehearsal.mariadb.catalog;

import dev.rehearsal.schema.QualifiedName;

/** Names as MariaDB writes them. */
public final class Names {
    private Names() {}

    /**
     * {@return the identifier in backticks, with those inside doubled}
     *
     * @param identifier any
     */
    public static String quoted(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    /**
     * {@return the name quoted for SQL, whatever it holds}
     *
     * @param name any
     */
    public static String quoted(QualifiedName name) {
        return quoted(name.schema()) + "." + quoted(name.name());
    }

    /** {@return the name of what belongs to a table, for a reader} */
    static String within(QualifiedName table, String name) {
        return table + "." + QualifiedName.display(name);
    }
}
