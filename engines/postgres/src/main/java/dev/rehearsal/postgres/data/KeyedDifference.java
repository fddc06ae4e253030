package dev.rehearsal.postgres.data;

import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.rows.KeyedMerge;
import dev.rehearsal.dialect.rows.KeyedRows;
import dev.rehearsal.postgres.naming.SqlNames;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a table with a key has lost; only the parts that differ are fetched.
 *
 * @param key the names of the key's columns
 * @param columns the names of the columns to compare in rows of the same key
 */
record KeyedDifference(List<String> key, List<String> columns) {
    /** {@return what the second relation has lost} */
    List<Loss> run(Side before, Side after) throws SQLException {
        List<Integer> buckets = Buckets.different(sums(before), sums(after));
        if (buckets.isEmpty()) {
            return List.of();
        }
        try (KeyedRows old = open(before, buckets);
                KeyedRows now = open(after, buckets)) {
            return new KeyedMerge(key.stream().map(SqlNames::display).toList(), columns)
                    .run(before.relation().name(), old, now);
        }
    }

    private Map<Integer, String> sums(Side side) throws SQLException {
        return Buckets.sums(side.session(), rows(side), side.columns(columns));
    }

    private RowSource rows(Side side) {
        return RowSource.of(side.relation(), side.columns(key));
    }

    private KeyedRows open(Side side, List<Integer> buckets) throws SQLException {
        RowSource rows = rows(side);
        Stream<String> texts = side.columns(key).stream()
                .map(column -> "coalesce(" + column.hashing().text(column.reference()) + ", 'NULL')");
        Stream<String> hashes = side.columns(columns).stream().map(column -> column.hashWithNull(rows.key()));
        String list = Stream.of(Stream.of(rows.key()), texts, hashes)
                .flatMap(values -> values)
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + list + " " + rows.from() + Buckets.only(buckets, rows) + " ORDER BY 1";
        return KeyedRows.of(side.session().statement(), sql, key.size(), columns.size());
    }
}
