package dev.rehearsal.postgres.data;

import dev.rehearsal.postgres.naming.SqlNames;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a relation's rows are.
 *
 * @param root the relation, quoted
 * @param parts the tables that hold the rows, quoted, if not all of the tree shall be read; null for the whole tree
 * @param readable whether it can be read; a materialized view that was never filled cannot
 */
record Source(String root, @Nullable List<String> parts, boolean readable) {
    /** {@return the current row of the catalogue's} */
    static Source read(ResultSet row) throws SQLException {
        Array parts = row.getArray("parts");
        List<String> list = parts == null ? null : List.of((String[]) parts.getArray());
        return new Source(row.getString("root"), list, row.getBoolean("relispopulated"));
    }

    /** {@return how the current row's column is hashed} */
    Hashing hashing(ResultSet row) throws SQLException {
        return readable ? Hashing.valueOf(row.getString("hashing")) : Hashing.TEXT;
    }

    /** {@return what to write after FROM} */
    String of(List<DataColumn> columns) {
        if (!readable) {
            return "(SELECT " + list(columns, "NULL::text AS ") + " LIMIT 0)";
        }
        if (parts == null) {
            return root;
        }
        if (parts.size() == 1) {
            return "ONLY " + parts.get(0);
        }
        String names = list(columns, "");
        return parts.stream()
                .map(part -> "SELECT " + names + " FROM ONLY " + part)
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
    }

    private static String list(List<DataColumn> columns, String prefix) {
        return columns.stream()
                .map(column -> prefix + SqlNames.quote(column.name()))
                .collect(Collectors.joining(", "));
    }
}
