package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.FreeKey;
import dev.rehearsal.seeding.InsertedRows;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.UniqueKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys that a table's rows of ours must not have: a later version, or an undo, inserts a row with them, and a
 * script that writes its keys itself is right to expect that nobody else has them.
 */
final class FreeKeys {
    /** So many values that the server refuses are looked for one by one. */
    private static final int ONE_BY_ONE = 500;

    private final Connection connection;
    private final SeedTable table;
    private final InsertedRows scripts;

    private FreeKeys(Connection connection, SeedTable table, InsertedRows scripts) {
        this.connection = connection;
        this.table = table;
        this.scripts = scripts;
    }

    /** {@return the table, which knows the keys that are to stay free} */
    static SeedTable in(Connection connection, SeedTable table, InsertedRows scripts) throws SQLException {
        return scripts.concern(table) ? table.leaving(new FreeKeys(connection, table, scripts).keys()) : table;
    }

    private List<FreeKey> keys() throws SQLException {
        List<FreeKey> keys = new ArrayList<>();
        for (UniqueKey key : table.uniqueKeys()) {
            if (!key.columns().isEmpty() && key.exact()) {
                FreeKey free = free(key.columns());
                if (free != null) {
                    keys.add(free);
                }
            }
        }
        return keys;
    }

    private @Nullable FreeKey free(List<String> columns) throws SQLException {
        List<String> types = new ArrayList<>();
        for (String column : columns) {
            types.add(DataType.of(table.column(column).orElseThrow()).base().bare());
        }
        Set<List<String>> tuples = scripts.values(table, columns);
        for (int i = 0; i < types.size(); i++) {
            int at = i;
            Set<String> usable =
                    usable(tuples.stream().map(tuple -> tuple.get(at)).collect(Collectors.toSet()), types.get(i));
            tuples.removeIf(tuple -> !usable.contains(tuple.get(at)));
        }
        return tuples.isEmpty() ? null : new ReservedKey(columns, types, sql(tuples, types));
    }

    private static String sql(Set<List<String>> tuples, List<String> types) {
        if (types.size() == 1) {
            return tuples.stream()
                            .map(tuple -> SeedSql.literal(tuple.get(0)))
                            .collect(Collectors.joining(", ", "ARRAY[", "]"))
                    + "::" + types.get(0) + "[]";
        }
        return tuples.stream()
                .map(tuple -> IntStream.range(0, types.size())
                        .mapToObj(i -> SeedSql.literal(tuple.get(i)) + "::" + types.get(i))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", ", "VALUES ", ""));
    }

    /** {@return those that the server takes for the type: a table may have had other columns when they were inserted} */
    private Set<String> usable(Collection<String> values, String type) throws SQLException {
        if (values.isEmpty() || accepts(values, type)) {
            return Set.copyOf(values);
        }
        Set<String> usable = new LinkedHashSet<>();
        if (values.size() <= ONE_BY_ONE) {
            for (String value : values) {
                if (accepts(List.of(value), type)) {
                    usable.add(value);
                }
            }
        }
        return usable;
    }

    private boolean accepts(Collection<String> values, String type) throws SQLException {
        String sql = "SELECT count(x::" + type + ") FROM unnest(?::text[]) AS x";
        Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", values.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state != null && state.matches("(22|23|42|0A).*")) {
                if (before != null) {
                    connection.rollback(before);
                }
                return false;
            }
            throw e;
        }
    }
}
