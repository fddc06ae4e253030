package dev.rehearsal.postgres.backfill;

import dev.rehearsal.dialect.Backfills;
import dev.rehearsal.dialect.Backfills.Write;
import dev.rehearsal.postgres.catalog.KeyColumns;
import dev.rehearsal.postgres.naming.SqlNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Questions about single rows, which are told by a condition on their primary key. */
final class RowSql {
    static final String KEY = "SELECT unnest(" + KeyColumns.names("i.indrelid", "i.indkey::int2[]")
            + ") FROM pg_catalog.pg_index i WHERE i.indrelid = %s::regclass AND i.indisprimary";

    static final String COLUMNS = """
            SELECT attname FROM pg_catalog.pg_attribute
             WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum""";

    /** Columns that belong to no key of this table or another, and whose value may be another one. */
    static final String CHANGEABLE = """
            SELECT a.attname, t.typcategory, pg_catalog.format_type(a.atttypid, NULL) FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
             WHERE a.attrelid = %1$s::regclass AND a.attnum > 0 AND NOT a.attisdropped
               AND a.attgenerated = '' AND a.attidentity = '' AND t.typcategory IN ('S', 'N', 'B', 'D')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint c
                                WHERE c.conrelid = %1$s::regclass AND c.contype IN ('p', 'f') AND a.attnum = ANY (c.conkey))
             ORDER BY a.attnum""";

    private RowSql() {}

    static String keysOf(String table, List<String> key, long transaction, int each) {
        String row = key.stream()
                .map(column -> "format('%I = %L', " + literal(column) + ", " + SqlNames.quote(column) + "::text)")
                .collect(Collectors.joining(", "));
        String order = key.stream().map(SqlNames::quote).collect(Collectors.joining(", "));
        return "SELECT concat_ws(' AND ', " + row + ") FROM " + table + " WHERE xmin::text::bigint = "
                + transaction % (1L << 32) + " ORDER BY " + order + " LIMIT " + each;
    }

    static String row(String table, List<String> columns, String row) {
        return "SELECT "
                + columns.stream()
                        .map(column -> SqlNames.quote(column) + "::text")
                        .collect(Collectors.joining(", "))
                + " FROM " + table + " WHERE " + row;
    }

    /** {@return an expression of another value than an old one, whose place it leaves open} */
    static String changed(String category, String type) {
        String old = Backfills.OLD + "::" + type;
        return switch (category) {
            case "S" -> "'w' || coalesce(" + old + ", '')";
            case "N" -> "coalesce(" + old + ", 0) + 1";
            case "B" -> "NOT coalesce(" + old + ", false)";
            default -> "coalesce(" + old + ", '2020-01-01') + interval '1 day'";
        };
    }

    static String of(Write write) {
        String table = SqlNames.quote(write.table());
        List<Map.Entry<String, String>> all = List.copyOf(write.expressions().entrySet());
        if (write.insert()) {
            return "INSERT INTO " + table + " ("
                    + all.stream().map(e -> SqlNames.quote(e.getKey())).collect(Collectors.joining(", "))
                    + ") OVERRIDING SYSTEM VALUE VALUES ("
                    + all.stream().map(Map.Entry::getValue).collect(Collectors.joining(", ")) + ")";
        }
        return "UPDATE " + table + " SET "
                + all.stream()
                        .map(e -> SqlNames.quote(e.getKey()) + " = "
                                + e.getValue().replace(Backfills.OLD, SqlNames.quote(e.getKey())))
                        .collect(Collectors.joining(", "))
                + " WHERE " + write.row();
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
