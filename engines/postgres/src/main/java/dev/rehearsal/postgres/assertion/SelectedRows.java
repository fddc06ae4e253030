package dev.rehearsal.postgres.assertion;

import dev.rehearsal.dialect.assertion.RowSelection;
import java.sql.SQLException;
import java.util.List;

/**
 * Some rows of a table.
 *
 * @param table the table, which is {@code t} in the condition
 * @param condition which rows; empty for all
 */
record SelectedRows(PostgresTable table, String condition) implements RowSelection {
    private static final int SHOWN = 5;

    @Override
    public long count() throws SQLException {
        return Queries.number(table.connection(), "SELECT count(*)" + from());
    }

    @Override
    public List<String> keys() throws SQLException {
        return Queries.texts(
                table.connection(),
                "SELECT " + table.keyText() + from() + " ORDER BY " + table.keyOrder() + " LIMIT " + SHOWN);
    }

    @Override
    public List<String> values(String column) throws SQLException {
        return Queries.texts(
                table.connection(),
                "SELECT DISTINCT " + table.reference(column) + "::text" + from() + " ORDER BY 1 LIMIT " + SHOWN);
    }

    @Override
    public long distinct(String column) throws SQLException {
        return Queries.number(table.connection(), "SELECT count(DISTINCT " + table.reference(column) + ")" + from());
    }

    @Override
    public String sql() {
        return "SELECT *" + from();
    }

    private String from() {
        return " FROM " + table.name() + " AS t" + (condition.isEmpty() ? "" : " WHERE " + condition);
    }
}
