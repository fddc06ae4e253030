package dev.rehearsal.postgres.data;

import dev.rehearsal.data.Loss;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a table has lost, row by row: both sides are read in the order of their keys' hashes and merged. */
final class KeyedDifference {
    private final List<String> key;
    private final List<String> columns;
    private final LossTally lost = new LossTally(Loss.Kind.ROWS_LOST, null);
    private final LossTally leftOver = new LossTally(Loss.Kind.ROWS_LEFT_OVER, null);
    private final List<LossTally> changed;

    /** Compares these columns of rows that have the same key. */
    KeyedDifference(List<String> key, List<String> columns) {
        this.key = key;
        this.columns = columns;
        this.changed = columns.stream()
                .map(column -> new LossTally(Loss.Kind.VALUES_CHANGED, column))
                .toList();
    }

    /** {@return what the second relation has lost} */
    List<Loss> run(Side before, Side after) throws SQLException {
        List<Integer> buckets = Buckets.different(sums(before), sums(after));
        if (!buckets.isEmpty()) {
            try (KeyedRows old = open(before, buckets);
                    KeyedRows now = open(after, buckets)) {
                merge(old, now);
            }
        }
        return Stream.concat(Stream.of(lost, leftOver), changed.stream())
                .flatMap(tally -> tally.of(before.relation().name()).stream())
                .toList();
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
        return KeyedRows.open(side.session(), sql, key.size(), columns.size());
    }

    private void merge(KeyedRows old, KeyedRows now) throws SQLException {
        for (KeyedRow row = old.current(); row != null; row = old.current()) {
            leaveOver(now, row.order());
            match(old.take(row.order()), now, row.order());
        }
        leaveOver(now, null);
    }

    /** Counts the rows before a hash, or to the end. */
    private void leaveOver(KeyedRows now, @Nullable Long until) throws SQLException {
        for (KeyedRow row = now.current(); row != null && (until == null || row.order() < until); row = now.current()) {
            leftOver.add(row, key);
            now.advance();
        }
    }

    /**
     * Matches rows of one hash. Those of before are few, as their key is unique; those of after are not held, as theirs
     * may be unique no more.
     */
    private void match(List<KeyedRow> group, KeyedRows now, long order) throws SQLException {
        List<KeyedRow> open = new ArrayList<>(group);
        for (KeyedRow row = now.current(); row != null && row.order() == order; row = now.current()) {
            int index = indexOf(open, row);
            if (index < 0) {
                leftOver.add(row, key);
            } else {
                compare(open.remove(index), row);
            }
            now.advance();
        }
        open.forEach(row -> lost.add(row, key));
    }

    private static int indexOf(List<KeyedRow> rows, KeyedRow wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(wanted.key())) {
                return i;
            }
        }
        return -1;
    }

    private void compare(KeyedRow old, KeyedRow now) {
        for (int i = 0; i < columns.size(); i++) {
            if (!old.hashes().get(i).equals(now.hashes().get(i))) {
                changed.get(i).add(old, key);
            }
        }
    }
}
