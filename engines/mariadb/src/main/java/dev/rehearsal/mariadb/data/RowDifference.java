package dev.rehearsal.mariadb.data;

import static java.util.stream.Collectors.joining;

import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.rows.KeyedMerge;
import dev.rehearsal.dialect.rows.KeyedRows;
import dev.rehearsal.dialect.rows.MultisetMerge;
import dev.rehearsal.dialect.rows.TableLosses;
import dev.rehearsal.mariadb.catalog.Names;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of two tables that are compared.
 *
 * @param first where the first is
 * @param before the first
 * @param second where the second is
 * @param after the second
 */
record RowDifference(Session first, Table before, Session second, Table after) implements TableLosses.Rows {
    private static final int FETCHED = 10_000;

    @Override
    public List<Loss> keyed(List<String> key, List<String> columns) throws SQLException {
        try (KeyedRows old = rows(first, before, after, key, columns);
                KeyedRows now = rows(second, after, before, key, columns)) {
            return new KeyedMerge(key.stream().map(Names::shown).toList(), columns).run(before.name(), old, now);
        }
    }

    private static KeyedRows rows(Session session, Table table, Table other, List<String> key, List<String> columns)
            throws SQLException {
        List<Column> keys = table.comparable(key, other);
        Stream<String> texts = keys.stream().map(column -> "COALESCE(" + column.value() + ", 'NULL')");
        Stream<String> hashes = table.comparable(columns, other).stream()
                .map(column -> Hashes.value(column, Table.FIRST, Table.SECOND));
        String list = Stream.of(Stream.of(Hashes.joined(Table.FIRST, Table.SECOND)), texts, hashes)
                .flatMap(terms -> terms)
                .collect(joining(", "));
        String sql = "SELECT " + list + table.from(keys) + " ORDER BY 1";
        return KeyedRows.of(session.statement(), sql, key.size(), columns.size());
    }

    @Override
    public List<Loss> multiset(List<String> columns, @Nullable String suspect) throws SQLException {
        try (Statement old = first.statement();
                Statement now = second.statement()) {
            old.setFetchSize(FETCHED);
            now.setFetchSize(FETCHED);
            return MultisetMerge.run(
                    before.name(),
                    old.executeQuery(groups(before, after, columns)),
                    now.executeQuery(groups(after, before, columns)),
                    suspect);
        }
    }

    private static String groups(Table table, Table other, List<String> columns) {
        List<Column> compared = table.comparable(columns, other);
        String row = Hashes.joined(Hashes.first(compared, "0"), Hashes.second(compared, "0"));
        return "SELECT " + row + ", COUNT(*)" + table.from(List.of()) + " GROUP BY 1 ORDER BY 1";
    }
}
