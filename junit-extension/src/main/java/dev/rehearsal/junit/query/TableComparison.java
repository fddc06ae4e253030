package dev.rehearsal.junit.query;

import static dev.rehearsal.schema.QualifiedName.quote;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the values of a table in two databases, row by row where it has a key. */
public final class TableComparison {
    private static final int NAMED = 5;
    private static final int AT_ONCE = 1000;

    private final List<String> named = new ArrayList<>();
    private long differing;

    private TableComparison() {}

    /**
     * {@return what differs between two states of a table}
     *
     * @param before the one
     * @param after the other
     * @param table it, as it is in both
     * @param columns the columns to compare; none to compare which rows there are
     * @throws SQLException if a server fails
     */
    public static TableComparison of(
            DatabaseQueries before, DatabaseQueries after, TableShape table, List<String> columns) throws SQLException {
        TableComparison comparison = new TableComparison();
        String rows = rows(table, columns);
        String sum = "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(k || v, 0)::numeric), 0) FROM (" + rows
                + ") AS r";
        if (!before.text(sum).equals(after.text(sum))) {
            comparison.merge(before.connection(), after.connection(), rows + " ORDER BY 1, 2");
        }
        return comparison;
    }

    private static String rows(TableShape table, List<String> columns) {
        String values = columns.stream()
                .map(column -> "quote_nullable(t." + quote(table.column(column)) + "::text)")
                .collect(Collectors.joining(" || ',' || "));
        String value = columns.isEmpty() ? "''" : values;
        String from = " FROM " + table.name().quoted() + " AS t";
        return table.key().isEmpty()
                ? "SELECT (" + (columns.isEmpty() ? "t::text" : values) + ") COLLATE \"C\" AS k, '' AS v" + from
                : "SELECT (" + table.keyExpression() + ") COLLATE \"C\" AS k, (" + value + ") COLLATE \"C\" AS v"
                        + from;
    }

    /** {@return up to five keys of rows that differ, each with how} */
    public List<String> named() {
        return List.copyOf(named);
    }

    /** {@return how many rows differ} */
    public long differing() {
        return differing;
    }

    private void merge(Connection before, Connection after, String sql) throws SQLException {
        before.setAutoCommit(false); // or the driver would read all rows at once
        after.setAutoCommit(false);
        try (Statement first = before.createStatement();
                Statement second = after.createStatement()) {
            first.setFetchSize(AT_ONCE);
            second.setFetchSize(AT_ONCE);
            try (ResultSet left = first.executeQuery(sql);
                    ResultSet right = second.executeQuery(sql)) {
                merge(left, right);
            }
        } finally {
            before.setAutoCommit(true);
            after.setAutoCommit(true);
        }
    }

    private void merge(ResultSet left, ResultSet right) throws SQLException {
        @Nullable Row old = next(left);
        @Nullable Row now = next(right);
        while (old != null || now != null) {
            int order = old == null ? 1 : now == null ? -1 : compare(old.key(), now.key());
            if (order < 0 && old != null) {
                differs(old.key() + " (gone)");
                old = next(left);
            } else if (order > 0 && now != null) {
                differs(now.key() + " (new)");
                now = next(right);
            } else if (old != null && now != null) {
                if (!old.value().equals(now.value())) {
                    differs(old.key() + " (" + old.value() + " became " + now.value() + ")");
                }
                old = next(left);
                now = next(right);
            }
        }
    }

    private void differs(String row) {
        differing++;
        if (named.size() < NAMED) {
            named.add(row);
        }
    }

    /** As the server sorts by bytes: not by UTF-16, which differs beyond the basic plane. */
    private static int compare(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Row next(ResultSet rows) throws SQLException {
        return rows.next() ? new Row(rows.getString(1), rows.getString(2)) : null;
    }

    private record Row(String key, String value) {}
}
