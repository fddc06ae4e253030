package dev.rehearsal.junit.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of columns, constraints, indexes and sequences. */
public final class Definitions {
    private static final String COLUMN =
            "SELECT format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid)"
                    + " FROM pg_catalog.pg_attribute a"
                    + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                    + " WHERE a.attrelid = to_regclass(?) AND a.attname = ? AND NOT a.attisdropped";
    private static final String CONSTRAINT =
            "SELECT convalidated, pg_get_constraintdef(oid), pg_get_expr(conbin, conrelid)"
                    + " FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass(?) AND conname = ?";
    private static final String CONSTRAINTS =
            "SELECT conname FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass(?) ORDER BY 1";
    private static final String INDEX =
            "SELECT i.indisvalid AND i.indisready, i.indisunique, NOT i.indcheckxmin, c.relname, pg_get_indexdef(i.indexrelid)"
                    + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
                    + " WHERE i.indexrelid = coalesce(to_regclass(?), to_regclass(quote_ident(?)))";
    private static final String SEQUENCE = "SELECT pg_get_serial_sequence(?, ?)";

    private Definitions() {}

    /**
     * A column.
     *
     * @param type its type as the server writes it: {@code character varying(12)}
     * @param nullable whether it may be NULL
     * @param standard its default as SQL; null if none
     */
    public record Column(
            String type, boolean nullable, @Nullable String standard) {}

    /**
     * A constraint.
     *
     * @param validated whether it is proven for all rows
     * @param definition its definition as SQL
     * @param check the condition, if it is a CHECK; else null
     */
    public record Constraint(
            boolean validated, String definition, @Nullable String check) {}

    /**
     * An index.
     *
     * @param name its name
     * @param valid whether it is complete and can be used
     * @param unique whether it is unique
     * @param settled whether every transaction may use it at once
     * @param definition its definition as SQL
     */
    public record Index(String name, boolean valid, boolean unique, boolean settled, String definition) {}

    /**
     * {@return a column}
     *
     * @param questions where
     * @param table its table
     * @param column its name
     * @throws SQLException if the server fails
     */
    public static Column column(DatabaseQueries questions, TableShape table, String column) throws SQLException {
        List<@Nullable String> row = questions
                .rows(COLUMN, 1, table.name().quoted(), table.column(column))
                .get(0);
        return new Column(String.valueOf(row.get(0)), "t".equals(row.get(1)), row.get(2));
    }

    /**
     * {@return a type as the server writes it: {@code integer} for {@code int}; as it is if there is none of that name}
     *
     * @param questions where
     * @param type a type as SQL writes it
     * @throws SQLException if the server fails
     */
    public static String type(DatabaseQueries questions, String type) throws SQLException {
        int modifier = type.indexOf('(');
        String base = modifier < 0 ? type : type.substring(0, modifier);
        String rest = modifier < 0 ? "" : type.substring(modifier).replace(" ", "");
        return questions
                        .text("SELECT format_type(to_regtype(?), NULL)", base.strip())
                        .orElse(base)
                + rest;
    }

    /**
     * {@return a constraint; empty if there is none of that name}
     *
     * @param questions where
     * @param table its table
     * @param name its name
     * @throws SQLException if the server fails
     */
    public static Optional<Constraint> constraint(DatabaseQueries questions, TableShape table, String name)
            throws SQLException {
        return questions.rows(CONSTRAINT, 1, table.name().quoted(), name).stream()
                .findFirst()
                .map(row -> new Constraint("t".equals(row.get(0)), String.valueOf(row.get(1)), row.get(2)));
    }

    /**
     * {@return the names of a table's constraints}
     *
     * @param questions where
     * @param table which
     * @throws SQLException if the server fails
     */
    public static List<String> constraints(DatabaseQueries questions, TableShape table) throws SQLException {
        return questions.texts(CONSTRAINTS, table.name().quoted());
    }

    /**
     * {@return an index; empty if there is none of that name}
     *
     * @param questions where
     * @param name its name
     * @throws SQLException if the server fails
     */
    public static Optional<Index> index(DatabaseQueries questions, String name) throws SQLException {
        return questions.rows(INDEX, 1, name, name).stream()
                .findFirst()
                .map(row -> new Index(
                        String.valueOf(row.get(3)),
                        "t".equals(row.get(0)),
                        "t".equals(row.get(1)),
                        "t".equals(row.get(2)),
                        String.valueOf(row.get(4))));
    }

    /**
     * {@return the value that a column's sequence hands out next; empty if the column has no sequence}
     *
     * @param questions where
     * @param table its table
     * @param column its name
     * @throws SQLException if the server fails
     */
    public static Optional<Long> nextValue(DatabaseQueries questions, TableShape table, String column)
            throws SQLException {
        Optional<String> sequence = questions.text(SEQUENCE, table.name().quoted(), table.column(column));
        return sequence.isEmpty()
                ? Optional.empty()
                : Optional.of(questions.number("SELECT CASE WHEN s.is_called THEN s.last_value + p.seqincrement"
                        + " ELSE s.last_value END FROM " + sequence.get() + " AS s, pg_catalog.pg_sequence AS p"
                        + " WHERE p.seqrelid = '" + sequence.get().replace("'", "''") + "'::regclass"));
    }
}
