package dev.rehearsal.postgres.catalog;

import dev.rehearsal.dialect.assertion.AssertedDatabase.IndexDefinition;
import dev.rehearsal.dialect.assertion.AssertedTable.ColumnDefinition;
import dev.rehearsal.dialect.assertion.AssertedTable.ConstraintDefinition;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one object of the catalogue by its name: a question is a millisecond, where a whole snapshot is fifty. A name
 * without a schema is looked for as the session's own statements look for it.
 */
public final class NamedObjects {
    private static final String KINDS = "c.relkind IN ('r', 'p', 'v', 'm', 'f')";
    private static final String TABLE = """
            SELECT n.nspname, c.relname,
                ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum),
                ARRAY(SELECT a.attname::text FROM pg_catalog.pg_index i
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                    WHERE i.indrelid = c.oid AND i.indisprimary
                    ORDER BY array_position(i.indkey::int2[], a.attnum))
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.oid = coalesce(to_regclass(?), to_regclass(quote_ident(?))) AND\s""" + KINDS;
    private static final String TABLES = "SELECT c.relname FROM pg_catalog.pg_class c WHERE " + KINDS
            + " AND pg_catalog.pg_table_is_visible(c.oid) AND c.relnamespace <> 'pg_catalog'::regnamespace ORDER BY 1";
    private static final String COLUMN = """
            SELECT format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
            FROM pg_catalog.pg_attribute a
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = to_regclass(?) AND a.attname = ? AND NOT a.attisdropped""";
    private static final String CONSTRAINT = """
            SELECT convalidated, pg_get_constraintdef(oid), pg_get_expr(conbin, conrelid)
            FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass(?) AND conname = ?""";
    private static final String CONSTRAINTS =
            "SELECT conname FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass(?) ORDER BY 1";
    private static final String INDEX = """
            SELECT c.relname, i.indisvalid AND i.indisready, i.indisunique, NOT i.indcheckxmin,
                pg_get_indexdef(i.indexrelid)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE i.indexrelid = coalesce(to_regclass(?), to_regclass(quote_ident(?)))""";
    private static final String SEQUENCE = """
            SELECT s.seqrelid::regclass::text, s.seqincrement FROM pg_catalog.pg_sequence s
            WHERE s.seqrelid = pg_get_serial_sequence(?, ?)::regclass""";

    private NamedObjects() {}

    /**
     * A table or view.
     *
     * @param name its name
     * @param columns its columns, in order
     * @param key the columns of its primary key; empty if it has none
     */
    public record Table(QualifiedName name, List<String> columns, List<String> key) {
        public Table {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
        }
    }

    /**
     * {@return a table or view; empty if there is none}
     *
     * @param connection where
     * @param table its name as SQL writes it
     * @throws SQLException if the server fails
     */
    public static Optional<Table> table(Connection connection, String table) throws SQLException {
        return first(
                connection,
                TABLE,
                row -> new Table(SqlNames.relation(row.getString(1), row.getString(2)), texts(row, 3), texts(row, 4)),
                table,
                table);
    }

    /**
     * {@return the tables and views that need no schema before their names}
     *
     * @param connection where
     * @throws SQLException if the server fails
     */
    public static List<String> tables(Connection connection) throws SQLException {
        return all(connection, TABLES, row -> row.getString(1));
    }

    /**
     * {@return a column; empty if there is none}
     *
     * @param connection where
     * @param table its table
     * @param column its name as the catalogue spells it
     * @throws SQLException if the server fails
     */
    public static Optional<ColumnDefinition> column(Connection connection, QualifiedName table, String column)
            throws SQLException {
        return first(
                connection,
                COLUMN,
                row -> new ColumnDefinition(row.getString(1), row.getBoolean(2), row.getString(3)),
                SqlNames.quote(table),
                column);
    }

    /**
     * {@return a constraint; empty if there is none}
     *
     * @param connection where
     * @param table its table
     * @param constraint its name as the catalogue spells it
     * @throws SQLException if the server fails
     */
    public static Optional<ConstraintDefinition> constraint(
            Connection connection, QualifiedName table, String constraint) throws SQLException {
        return first(
                connection,
                CONSTRAINT,
                row -> new ConstraintDefinition(row.getBoolean(1), row.getString(2), row.getString(3)),
                SqlNames.quote(table),
                constraint);
    }

    /**
     * {@return the names of a table's constraints}
     *
     * @param connection where
     * @param table which
     * @throws SQLException if the server fails
     */
    public static List<String> constraints(Connection connection, QualifiedName table) throws SQLException {
        return all(connection, CONSTRAINTS, row -> row.getString(1), SqlNames.quote(table));
    }

    /**
     * {@return an index; empty if there is none}
     *
     * @param connection where
     * @param index its name as SQL writes it
     * @throws SQLException if the server fails
     */
    public static Optional<IndexDefinition> index(Connection connection, String index) throws SQLException {
        return first(
                connection,
                INDEX,
                row -> new IndexDefinition(
                        row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getString(5)),
                index,
                index);
    }

    /**
     * {@return a type's name as the server writes it; empty if there is none}
     *
     * @param connection where
     * @param type its name as SQL writes it, without what stands in brackets
     * @throws SQLException if the server fails
     */
    public static Optional<String> type(Connection connection, String type) throws SQLException {
        return first(
                connection,
                "SELECT format_type(t, NULL) FROM to_regtype(?) t WHERE t IS NOT NULL",
                row -> row.getString(1),
                type);
    }

    /**
     * {@return the value that a column's sequence hands out next; empty if it has none}
     *
     * @param connection where
     * @param table its table
     * @param column its name as the catalogue spells it
     * @throws SQLException if the server fails
     */
    public static Optional<Long> nextValue(Connection connection, QualifiedName table, String column)
            throws SQLException {
        Optional<String> next = first(
                connection,
                SEQUENCE,
                row -> "SELECT CASE WHEN is_called THEN last_value + (" + row.getLong(2) + ") ELSE last_value END FROM "
                        + row.getString(1),
                SqlNames.quote(table),
                column);
        return next.isEmpty() ? Optional.empty() : first(connection, next.get(), row -> row.getLong(1));
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> Optional<T> first(Connection connection, String sql, Row<T> row, String... values)
            throws SQLException {
        return all(connection, sql, row, values).stream().findFirst();
    }

    private static <T> List<T> all(Connection connection, String sql, Row<T> row, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        }
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
