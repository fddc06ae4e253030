package dev.rehearsal.junit.query;

import static dev.rehearsal.schema.QualifiedName.quote;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some rows of a table.
 *
 * @param relation the table, which is {@code t} in the condition
 * @param condition which rows, as SQL; {@code true} for all
 */
public record RowSelection(TableShape relation, String condition) {
    private static final int KEYS = 5;

    /**
     * {@return the rows in which a column is NULL}
     *
     * @param relation its table
     * @param column its name
     */
    public static RowSelection nulls(TableShape relation, String column) {
        return new RowSelection(relation, column(relation, column) + " IS NULL");
    }

    /**
     * {@return the rows whose values occur more than once; a row with a NULL among them is never the same as another}
     *
     * @param relation their table
     * @param columns which values
     */
    public static RowSelection duplicates(TableShape relation, List<String> columns) {
        String list = columns.stream().map(one -> column(relation, one)).collect(Collectors.joining(", "));
        String others =
                columns.stream().map(one -> "o." + quote(relation.column(one))).collect(Collectors.joining(", "));
        return new RowSelection(
                relation,
                "(" + list + ") IN (SELECT " + others + " FROM "
                        + relation.name().quoted() + " AS o GROUP BY " + others + " HAVING count(*) > 1)");
    }

    /**
     * {@return the rows that refer to a row which is not there}
     *
     * @param child their table
     * @param column what refers
     * @param parent the table with the rows that are referred to, by its primary key
     * @throws NotThereException if the parent has no primary key of one column
     */
    public static RowSelection orphans(TableShape child, String column, TableShape parent) {
        if (parent.key().size() != 1) {
            throw new NotThereException(
                    "primary key of one column of " + parent.name(),
                    parent.key().isEmpty() ? "it has none" : "it has " + String.join(", ", parent.key()));
        }
        String reference = column(child, column);
        return new RowSelection(
                child,
                reference + " IS NOT NULL AND NOT EXISTS (SELECT FROM "
                        + parent.name().quoted() + " AS p WHERE p."
                        + quote(parent.key().get(0)) + " = " + reference + ")");
    }

    /**
     * {@return the rows in which a column is neither NULL nor one of these values}
     *
     * @param relation its table
     * @param column its name
     * @param values the values, as text
     */
    public static RowSelection others(TableShape relation, String column, Stream<String> values) {
        String list = values.map(value -> "'" + value.replace("'", "''") + "'").collect(Collectors.joining(", "));
        return new RowSelection(relation, column(relation, column) + "::text <> ALL (ARRAY[" + list + "]::text[])");
    }

    private static String column(TableShape relation, String column) {
        return "t." + quote(relation.column(column));
    }

    /**
     * {@return how many rows it has}
     *
     * @param questions where
     * @throws SQLException if the server fails
     */
    public long count(DatabaseQueries questions) throws SQLException {
        return questions.number("SELECT count(*)" + from());
    }

    /**
     * {@return up to five keys of it}
     *
     * @param questions where
     * @throws SQLException if the server fails
     */
    public List<String> keys(DatabaseQueries questions) throws SQLException {
        return questions.texts(
                "SELECT " + relation.keyExpression() + from() + " ORDER BY " + relation.keyOrder() + " LIMIT " + KEYS);
    }

    /**
     * {@return up to five different values that a column has in it}
     *
     * @param questions where
     * @param column its name
     * @throws SQLException if the server fails
     */
    public List<String> values(DatabaseQueries questions, String column) throws SQLException {
        return questions.texts(
                "SELECT DISTINCT " + column(relation, column) + "::text" + from() + " ORDER BY 1 LIMIT " + KEYS);
    }

    /**
     * {@return how many different values a column has in it}
     *
     * @param questions where
     * @param column its name
     * @throws SQLException if the server fails
     */
    public long distinct(DatabaseQueries questions, String column) throws SQLException {
        return questions.number("SELECT count(DISTINCT " + column(relation, column) + ")" + from());
    }

    /** {@return the query that shows these rows} */
    public String sql() {
        return "SELECT *" + from();
    }

    private String from() {
        String from = " FROM " + relation.name() + " AS t";
        return condition.equals("true") ? from : from + " WHERE " + condition;
    }
}
