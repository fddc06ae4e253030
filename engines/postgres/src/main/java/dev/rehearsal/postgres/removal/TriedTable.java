package dev.rehearsal.postgres.removal;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table whose rows may be in the way of a statement.
 *
 * @param name its name, as SQL writes it
 * @param schema its schema
 * @param columns those that can be written, as SQL lists them
 */
record TriedTable(String name, String schema, String columns) {
    /** More would say that the statement is about all tables, as a loop over the catalogue is. */
    private static final int MOST = 6;

    private static final String TABLES = """
            SELECT n.nspname, c.relname, (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_|^information_schema$'
            """;

    /** {@return the tables that a statement speaks of: first what its error concerns, then as the text names them} */
    static List<TriedTable> of(Connection connection, String sql, RunFailure failure) throws SQLException {
        QualifiedName concerned = failure.fault().concerned().relation();
        String text = sql.toLowerCase(Locale.ROOT);
        Map<TriedTable, Integer> places = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                QualifiedName name = SqlNames.relation(row.getString(1), row.getString(2));
                int place = name.equals(concerned) ? -1 : place(text, row.getString(2));
                if (row.getString(3) != null && (place >= 0 || name.equals(concerned))) {
                    places.put(new TriedTable(name.toString(), row.getString(1), row.getString(3)), place);
                }
            }
        }
        List<TriedTable> found = new ArrayList<>(places.keySet());
        found.sort(Comparator.<TriedTable>comparingInt(places::get).thenComparing(TriedTable::name));
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /** {@return where a text speaks of a table; -1 if it does not} */
    private static int place(String text, String table) {
        Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(table.toLowerCase(Locale.ROOT)) + "(?![\\w$])")
                .matcher(text);
        return found.find() ? found.start() : -1;
    }

    /** {@return its rows, which are gone now} */
    KeptRows empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_catalog.set_config('search_path', concat_ws(', ', quote_ident('"
                    + schema.replace("'", "''") + "'), nullif(current_setting('search_path'), '')), true)");
            KeptRows kept = KeptRows.of(connection, name, columns);
            statement.execute("DELETE FROM " + name);
            return kept;
        }
    }
}
