package dev.rehearsal.mariadb.seed;

import static java.util.stream.Collectors.joining;

import dev.rehearsal.mariadb.catalog.Names;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of referenced tables, numbered: by arithmetic where they are consecutive numbers, else in a temporary table
 * of an engine without transactions, which outlives what is taken back. Not safe for use by threads.
 */
final class TableKeys implements KeySource {
    private static final String PREFIX = "rehearsal_keys_";

    private final Connection connection;
    private final Map<QualifiedName, String> foreseen = new HashMap<>();
    private final List<String> made = new ArrayList<>();

    TableKeys(Connection connection) {
        this.connection = connection;
    }

    /** {@return the name of a new temporary table} */
    String temporary(QualifiedName beside) {
        String name = Names.quoted(beside.schema()) + "." + Names.quoted(PREFIX + (made.size() + 1));
        made.add(name);
        return name;
    }

    /** Removes the temporary tables of all. */
    void drop() throws SQLException {
        for (String table : made) {
            Sql.run(connection, "DROP TEMPORARY TABLE IF EXISTS " + table);
        }
    }

    /** From now on others point at the rows that the table has at this moment, whatever becomes of them. */
    void foresee(SeedTable table) throws SQLException {
        String rows = temporary(table.name());
        Sql.run(
                connection,
                "CREATE TEMPORARY TABLE " + rows + " ENGINE=Aria AS SELECT * FROM " + Names.quoted(table.name()));
        foreseen.put(table.name(), rows);
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
    String rows(QualifiedName table) {
        return foreseen.getOrDefault(table, Names.quoted(table));
    }

    @Override
    public Numbered of(ForeignKey key, SeedTable parent, List<Suiting> suiting) throws SQLException {
        if (key.keys().size() == 1
                && suiting.isEmpty()
                && parent.column(key.keys().get(0)).orElseThrow().type().whole()) {
            Numbered consecutive = consecutive(key, parent);
            if (consecutive != null) {
                return consecutive;
            }
        }
        String table = temporary(parent.name());
        Sql.run(
                connection,
                "CREATE TEMPORARY TABLE " + table + " (i BIGINT NOT NULL PRIMARY KEY) ENGINE=Aria AS"
                        + " SELECT ROW_NUMBER() OVER (ORDER BY " + Sql.names("p.", key.keys()) + ") - 1 AS i"
                        + aliases(key.keys()) + " FROM " + rows(parent.name()) + " p WHERE " + present(key.keys())
                        + suiting.stream().map(this::condition).collect(joining()));
        return new Numbered(Sql.number(connection, "SELECT COUNT(*) FROM " + table), 0, table);
    }

    private String condition(Suiting other) {
        String same = IntStream.range(0, other.own().size())
                .mapToObj(i -> "o." + Names.quoted(other.theirs().get(i)) + " = p."
                        + Names.quoted(other.own().get(i)))
                .collect(joining(" AND "));
        return " AND EXISTS (SELECT 1 FROM " + rows(other.name()) + " o WHERE " + same + ")";
    }

    @Override
    public String grouped(ForeignKey key, SeedTable parent, List<Integer> shared) throws SQLException {
        String table = temporary(parent.name());
        String by = Sql.names("p.", shared.stream().map(key.keys()::get).toList());
        Sql.run(
                connection,
                "CREATE TEMPORARY TABLE " + table + " ENGINE=Aria AS SELECT ROW_NUMBER() OVER (PARTITION BY " + by
                        + " ORDER BY " + Sql.names("p.", key.keys()) + ") - 1 AS g, COUNT(*) OVER (PARTITION BY " + by
                        + ") AS c" + aliases(key.keys()) + " FROM " + rows(parent.name()) + " p WHERE "
                        + present(key.keys()));
        return table;
    }

    private @Nullable Numbered consecutive(ForeignKey key, SeedTable parent) throws SQLException {
        String column = Names.quoted(key.keys().get(0));
        String sql = "SELECT COUNT(" + column + "), COALESCE(MIN(" + column + "), 0), COALESCE(MAX(" + column
                + "), -1), COUNT(DISTINCT " + column + ") FROM " + rows(parent.name());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long size = row.getLong(1);
            boolean small = row.getString(3).length() < 19;
            boolean all = small && row.getLong(3) - row.getLong(2) + 1 == size && row.getLong(4) == size;
            return all ? new Numbered(size, row.getLong(2), "") : null;
        }
    }

    private static String aliases(List<String> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> ", p." + Names.quoted(columns.get(i)) + " AS k" + (i + 1))
                .collect(joining());
    }

    private static String present(List<String> columns) {
        return columns.stream()
                .map(column -> "p." + Names.quoted(column) + " IS NOT NULL")
                .collect(joining(" AND "));
    }
}
