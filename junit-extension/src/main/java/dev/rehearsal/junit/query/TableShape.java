package dev.rehearsal.junit.query;

import static dev.rehearsal.schema.QualifiedName.quote;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.text.NearestName;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalogue knows it.
 *
 * @param name its name
 * @param columns its columns, in order
 * @param key the columns of its primary key; empty if it has none
 */
public record TableShape(QualifiedName name, List<String> columns, List<String> key) {
    private static final String FIND = "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.oid = coalesce(to_regclass(?), to_regclass(quote_ident(?))) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')";
    private static final String COLUMNS = "SELECT attname FROM pg_catalog.pg_attribute"
            + " WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
    private static final String KEY = "SELECT a.attname FROM pg_catalog.pg_index i"
            + " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)"
            + " WHERE i.indrelid = to_regclass(?) AND i.indisprimary"
            + " ORDER BY array_position(i.indkey::int2[], a.attnum)";
    private static final String TABLES = "SELECT relname FROM pg_catalog.pg_class"
            + " WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_catalog.pg_table_is_visible(oid)"
            + " AND relnamespace <> 'pg_catalog'::regnamespace ORDER BY 1";

    public TableShape {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /**
     * {@return the table of that name}
     *
     * @param questions where
     * @param table its name as SQL writes it, with or without its schema
     * @throws NotThereException if there is none
     * @throws SQLException if the server fails
     */
    public static TableShape find(DatabaseQueries questions, String table) throws SQLException {
        List<List<@Nullable String>> found = questions.rows(FIND, 1, table, table);
        if (found.isEmpty()) {
            throw new NotThereException(
                    "table " + table, "there is none. " + NearestName.hint(table, questions.texts(TABLES)));
        }
        List<String> parts = found.get(0).stream().map(String::valueOf).toList();
        QualifiedName name = new QualifiedName(parts.get(0), parts.get(1));
        return new TableShape(name, questions.texts(COLUMNS, name.quoted()), questions.texts(KEY, name.quoted()));
    }

    /**
     * {@return whether there is such a table}
     *
     * @param questions where
     * @param table its name as SQL writes it
     * @throws SQLException if the server fails
     */
    public static boolean exists(DatabaseQueries questions, String table) throws SQLException {
        return !questions.rows(FIND, 1, table, table).isEmpty();
    }

    /**
     * {@return the column's name as the catalogue spells it}
     *
     * @param column its name, exactly or in any case
     * @throws NotThereException if there is none
     */
    public String column(String column) {
        if (columns.contains(column)) {
            return column;
        }
        String folded = column.toLowerCase(Locale.ROOT);
        if (columns.contains(folded)) {
            return folded;
        }
        throw new NotThereException("column " + column + " of " + name, "it has " + String.join(", ", columns));
    }

    /** {@return an expression that names a row {@code t} for a reader: {@code id=7}; its values if it has no key, as a view} */
    String keyExpression() {
        return key.isEmpty()
                ? "left(t::text, 200)"
                : key.stream()
                        .map(column -> "'" + column.replace("'", "''") + "=' || t." + quote(column) + "::text")
                        .collect(Collectors.joining(" || ', ' || "));
    }

    /** {@return an expression of the key's columns of a row {@code t}, to sort by} */
    String keyOrder() {
        return key.isEmpty()
                ? "t::text"
                : key.stream().map(column -> "t." + quote(column)).collect(Collectors.joining(", "));
    }
}
