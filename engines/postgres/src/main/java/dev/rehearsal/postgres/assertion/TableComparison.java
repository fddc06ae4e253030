package dev.rehearsal.postgres.assertion;

import dev.rehearsal.dialect.assertion.AssertedTable.TableChanges;
import dev.rehearsal.postgres.naming.SqlNames;
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

/**
 * Compares the values of a table in two databases by their text, row by row where it has a key. Unlike the search for
 * losses it takes views too, and tells both values of what differs, for a reader.
 */
final class TableComparison {
    private static final int NAMED = 5;
    private static final int AT_ONCE = 1000;

    private final List<String> named = new ArrayList<>();
    private long differing;

    private TableComparison() {}

    static TableChanges of(PostgresTable before, PostgresTable after, List<String> columns) throws SQLException {
        TableComparison comparison = new TableComparison();
        String rows = rows(after, before.key().equals(after.key()), columns);
        String sum = "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(k || v, 0)::numeric), 0) FROM (" + rows
                + ") AS r";
        if (!Queries.texts(before.connection(), sum).equals(Queries.texts(after.connection(), sum))) {
            comparison.merge(before.connection(), after.connection(), rows + " ORDER BY 1, 2");
        }
        return new TableChanges(comparison.differing, comparison.named);
    }

    private static String rows(PostgresTable table, boolean sameKey, List<String> columns) {
        String values = columns.stream()
                .map(column -> "quote_nullable(" + table.reference(column) + "::text)")
                .collect(Collectors.joining(" || ',' || "));
        String value = columns.isEmpty() ? "''" : values;
        String from = " FROM " + SqlNames.quote(table.name()) + " AS t";
        return table.key().isEmpty() || !sameKey
                ? "SELECT (" + (columns.isEmpty() ? "t::text" : values) + ") COLLATE \"C\" AS k, '' AS v" + from
                : "SELECT (" + table.keyText() + ") COLLATE \"C\" AS k, (" + value + ") COLLATE \"C\" AS v" + from;
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
