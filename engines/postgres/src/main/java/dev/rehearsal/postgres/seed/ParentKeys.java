package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.ForeignKey;
import dev.rehearsal.seeding.KeySource;
import dev.rehearsal.seeding.SeedTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The keys of referenced tables, those of their heirs left out, numbered: by arithmetic where they are consecutive numbers, else in a temporary table. */
final class ParentKeys implements KeySource {
    private final Connection connection;
    private final Map<QualifiedName, String> foreseen = new HashMap<>();
    private int made;

    ParentKeys(Connection connection) {
        this.connection = connection;
    }

    /** {@return a temporary table of the places of the rows that there are} */
    String places(SeedTable table) throws SQLException {
        String places = "pg_temp.rehearsal_keys_" + ++made;
        SeedSql.run(
                connection,
                "CREATE TEMP TABLE rehearsal_keys_" + made
                        + " ON COMMIT DROP AS SELECT tableoid AS of, ctid AS place FROM " + SeedSql.rows(table));
        return places;
    }

    /** From now on others point at the rows that the table has at this moment, whatever becomes of them. */
    void foresee(SeedTable table) throws SQLException {
        String rows = "rehearsal_keys_" + ++made;
        SeedSql.run(
                connection, "CREATE TEMP TABLE " + rows + " ON COMMIT DROP AS SELECT * FROM " + SeedSql.rows(table));
        foreseen.put(table.name(), "pg_temp." + rows);
    }

    @Override
    public boolean foresees(QualifiedName table) {
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
        return foreseen.getOrDefault(table.name(), SeedSql.rows(table));
    }

    @Override
    public Numbered of(ForeignKey key, SeedTable parent, List<Suiting> suiting) throws SQLException {
        String condition = suiting.stream().map(this::condition).collect(Collectors.joining());
        if (key.keys().size() == 1 && condition.isEmpty()) {
            DataType type = DataType.of(parent.column(key.keys().get(0)).orElseThrow());
            if (type.base().name().matches("int[248]")) {
                Numbered consecutive = consecutive(key, parent);
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
        return new Numbered(count(table), 0, table);
    }

    private String condition(Suiting other) {
        SeedTable table = other.table();
        String same = IntStream.range(0, other.own().size())
                .mapToObj(i -> "o." + SqlNames.quote(other.theirs().get(i)) + " = p."
                        + SqlNames.quote(other.own().get(i)))
                .collect(Collectors.joining(" AND "));
        return " AND EXISTS (SELECT FROM " + (table == null ? SqlNames.quote(other.name()) : rows(table)) + " o WHERE "
                + same + ")";
    }

    @Override
    public String grouped(ForeignKey key, SeedTable parent, List<Integer> shared) throws SQLException {
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

    private @Nullable Numbered consecutive(ForeignKey key, SeedTable parent) throws SQLException {
        String column = SqlNames.quote(key.keys().get(0));
        String sql = "SELECT count(" + column + "), coalesce(min(" + column + "), 0)::int8, coalesce(max(" + column
                + "), -1)::int8 FROM " + rows(parent);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long size = row.getLong(1);
            return row.getLong(3) - row.getLong(2) + 1 == size ? new Numbered(size, row.getLong(2), "") : null;
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
