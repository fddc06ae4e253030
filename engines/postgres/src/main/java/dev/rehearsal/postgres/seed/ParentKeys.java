package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of referenced tables, those of their heirs left out, numbered: by arithmetic where they are consecutive numbers, else in a temporary table. */
final class ParentKeys {
    private final Connection connection;
    private final Map<QualifiedName, String> foreseen = new HashMap<>();
    private int made;

    ParentKeys(Connection connection) {
        this.connection = connection;
    }

    /**
     * Numbered keys.
     *
     * @param size how many
     * @param first the first of consecutive numbers; meaningless if there is a table
     * @param table the temporary table with columns {@code i, k1, k2 …}; empty if the keys are consecutive numbers
     */
    record Keys(long size, long first, String table) {}

    /** {@return a temporary table of the places of the rows that there are} */
    String places(SeedTable table) throws SQLException {
        String places = "pg_temp.rehearsal_keys_" + ++made;
        SeedSql.run(
                connection,
                "CREATE TEMP TABLE rehearsal_keys_" + made
                        + " ON COMMIT DROP AS SELECT tableoid AS of, ctid AS place FROM " + table.rows());
        return places;
    }

    /** From now on others point at the rows that the table has at this moment, whatever becomes of them. */
    void foresee(SeedTable table) throws SQLException {
        String rows = "rehearsal_keys_" + ++made;
        SeedSql.run(connection, "CREATE TEMP TABLE " + rows + " ON COMMIT DROP AS SELECT * FROM " + table.rows());
        foreseen.put(table.name(), "pg_temp." + rows);
    }

    boolean foresees(QualifiedName table) {
        return foreseen.containsKey(table);
    }

    void forget(QualifiedName table) {
        foreseen.remove(table);
    }

    void forgetAll() {
        foreseen.clear();
    }

    /** {@return what follows FROM to read the rows that a table has, or will have} */
    String rows(SeedTable table) {
        return foreseen.getOrDefault(table.name(), table.rows());
    }

    /** {@return the keys that a foreign key can point at, but for those that the condition over {@code p} leaves out} */
    Keys of(ForeignKey key, SeedTable parent, String condition) throws SQLException {
        if (key.keys().size() == 1 && condition.isEmpty()) {
            DataType type = parent.column(key.keys().get(0)).orElseThrow().type();
            if (type.base().name().matches("int[248]")) {
                Keys consecutive = consecutive(key, parent);
                if (consecutive != null) {
                    return consecutive;
                }
            }
        }
        String table = "pg_temp.rehearsal_keys_" + ++made;
        String names = SeedSql.names(key.keys());
        create(
                table,
                "SELECT row_number() OVER (ORDER BY " + names + ") - 1 AS i" + aliases(key.keys(), 1) + " FROM "
                        + rows(parent) + " p WHERE " + present(key.keys()) + condition,
                "i");
        return new Keys(count(table), 0, table);
    }

    /** {@return the name of a temporary table of the keys, numbered within groups that share the first columns} */
    String grouped(ForeignKey key, SeedTable parent, List<Integer> shared) throws SQLException {
        String table = "pg_temp.rehearsal_keys_" + ++made;
        List<String> group = shared.stream().map(key.keys()::get).toList();
        String by = SeedSql.names(group);
        List<String> index = shared.stream().map(i -> "k" + (i + 1)).toList();
        create(
                table,
                "SELECT row_number() OVER (PARTITION BY " + by + " ORDER BY " + SeedSql.names(key.keys())
                        + ") - 1 AS g, count(*) OVER (PARTITION BY " + by + ") AS c" + aliases(key.keys(), 1) + " FROM "
                        + rows(parent) + " p WHERE " + present(key.keys()),
                String.join(", ", index) + ", g");
        return table;
    }

    private @Nullable Keys consecutive(ForeignKey key, SeedTable parent) throws SQLException {
        String column = SqlNames.quote(key.keys().get(0));
        String sql = "SELECT count(" + column + "), coalesce(min(" + column + "), 0)::int8, coalesce(max(" + column
                + "), -1)::int8 FROM " + rows(parent);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long size = row.getLong(1);
            return row.getLong(3) - row.getLong(2) + 1 == size ? new Keys(size, row.getLong(2), "") : null;
        }
    }

    private void create(String table, String query, String indexed) throws SQLException {
        SeedSql.run(
                connection,
                "CREATE TEMP TABLE " + table.substring("pg_temp.".length()) + " ON COMMIT DROP AS " + query);
        SeedSql.run(connection, "CREATE INDEX ON " + table + " (" + indexed + ")");
        SeedSql.run(connection, "ANALYZE " + table);
    }

    private long count(String table) throws SQLException {
        String count = SeedSql.value(connection, "SELECT count(*) FROM " + table);
        return count == null ? 0 : Long.parseLong(count);
    }

    private static String aliases(List<String> columns, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            text.append(", ")
                    .append(SqlNames.quote(columns.get(i)))
                    .append(" AS k")
                    .append(i + from);
        }
        return text.toString();
    }

    private static String present(List<String> columns) {
        List<String> conditions = new ArrayList<>();
        columns.forEach(column -> conditions.add(SqlNames.quote(column) + " IS NOT NULL"));
        return String.join(" AND ", conditions);
    }
}
