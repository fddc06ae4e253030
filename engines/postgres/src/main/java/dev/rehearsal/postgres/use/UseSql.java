package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.postgres.use.UsedColumn.Parent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements, each with a {@code ?} for every value. */
final class UseSql {
    private UseSql() {}

    /** Sets columns of one row; returns these columns, then the key. */
    static String update(UsedTable table, List<String> columns) {
        return "UPDATE " + SqlNames.quote(table.name()) + " SET " + join(columns, ", ", c -> quote(c) + " = ?")
                + where(table, "") + " RETURNING " + texts(columns, "") + ", " + texts(table.key(), "");
    }

    /** Reads columns of one row. */
    static String row(UsedTable table, List<String> columns) {
        return "SELECT " + texts(columns, "") + " FROM " + SqlNames.quote(table.name()) + where(table, "");
    }

    /** Reads the keys of the first rows. */
    static String keys(UsedTable table, int limit) {
        return "SELECT " + texts(table.key(), "") + " FROM " + SqlNames.quote(table.name()) + " ORDER BY "
                + join(table.key(), ", ", UseSql::quote) + " LIMIT " + limit;
    }

    /** Reads the keys of the last rows. */
    static String lastKeys(UsedTable table, int limit) {
        return "SELECT " + texts(table.key(), "") + " FROM " + SqlNames.quote(table.name()) + " ORDER BY "
                + join(table.key(), ", ", c -> quote(c) + " DESC") + " LIMIT " + limit;
    }

    /** Reads some keys of a table that is referred to; what a script has inserted comes first. */
    static String some(Parent parent, int limit) {
        return "SELECT " + parent.column() + "::text FROM " + parent.table() + " LIMIT " + limit;
    }

    /** Lets one row take over columns of another, whose key comes first; returns some columns. */
    static String take(UsedTable table, List<String> columns, List<String> returned) {
        return "UPDATE " + SqlNames.quote(table.name()) + " SET (" + join(columns, ", ", UseSql::quote) + ") = (SELECT "
                + join(columns, ", ", c -> "s." + quote(c)) + " FROM "
                + SqlNames.quote(table.name()) + " s"
                + where(table, "s.") + ")" + where(table, "") + " RETURNING " + texts(returned, "");
    }

    /** Counts all rows. */
    static String count(UsedTable table) {
        return "SELECT count(*) FROM " + SqlNames.quote(table.name());
    }

    /** Counts the values of a column. */
    static String count(UsedTable table, String column) {
        return "SELECT count(" + quote(column) + ") FROM " + SqlNames.quote(table.name());
    }

    /** Copies a row, called {@code s}, with some columns from expressions; returns the copy's key. */
    static String copy(UsedTable table, List<String> columns, List<String> expressions) {
        String source = SqlNames.quote(table.name()) + " s" + (table.key().isEmpty() ? "" : where(table, "s."));
        String returned = table.key().isEmpty() ? "1" : texts(table.key(), "");
        return "INSERT INTO " + SqlNames.quote(table.name()) + " (" + join(columns, ", ", UseSql::quote) + ") SELECT "
                + String.join(", ", expressions) + " FROM " + source + " LIMIT 1 RETURNING " + returned;
    }

    private static String where(UsedTable table, String prefix) {
        return " WHERE " + join(table.key(), " AND ", c -> prefix + quote(c) + " = ?");
    }

    private static String texts(List<String> columns, String prefix) {
        return join(columns, ", ", c -> prefix + quote(c) + "::text");
    }

    static String quote(String identifier) {
        return SqlNames.quote(identifier);
    }

    static <T> String join(List<T> items, String separator, Function<T, String> each) {
        return items.stream().map(each).collect(Collectors.joining(separator));
    }
}
