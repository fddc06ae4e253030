package dev.rehearsal.postgres.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's new type, as a statement gives it; its values are only taken as they are.
 *
 * @param table the table, as the statement names it
 * @param column the column
 * @param type the new type
 */
record TypeChange(String table, String column, String type) {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern TABLE = Pattern.compile(
            "(?is)\\bALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?(" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?)");
    private static final Pattern CHANGE = Pattern.compile(
            "(?is)\\bALTER\\s+(?:COLUMN\\s+)?(" + NAME
                    + ")\\s+(?:SET\\s+DATA\\s+)?TYPE\\s+([\\w\\s.\"]+?(?:\\([^)]*\\))?(?:\\s*\\[\\s*])?)\\s*(?:$|[,;]|\\bUSING\\b\\s*(.*))");

    /** {@return the change of a statement that makes only one; empty if it computes the new values in a way of its own} */
    static Optional<TypeChange> of(String sql) {
        Matcher table = TABLE.matcher(sql);
        Matcher change = CHANGE.matcher(sql);
        if (!table.find() || !change.find()) {
            return Optional.empty();
        }
        TypeChange only =
                new TypeChange(table.group(1), change.group(1), change.group(2).strip());
        String using = change.group(3);
        boolean plain = using == null || isCast(using, only.column());
        return plain && !change.find() ? Optional.of(only) : Optional.empty();
    }

    private static boolean isCast(String using, String column) {
        String value = "(?i)\\(?\\s*" + Pattern.quote(column) + "\\s*";
        return using.matches(value + "::[^,+|*/-]+")
                || using.matches("(?i)\\(?\\s*CAST\\s*\\(\\s*" + Pattern.quote(column) + "\\s+AS\\s[^,]+");
    }

    /** {@return the query that finds the values which the new type does not take, and what to do with them} */
    String question() {
        return "-- which values does the new type not take? (PostgreSQL 16 or newer can be asked)\nSELECT " + column
                + " FROM "
                + table + " WHERE NOT pg_input_is_valid(" + column + "::text, '" + type.replace("'", "''")
                + "');\n-- settle them in an earlier script, and only then change the type";
    }
}
