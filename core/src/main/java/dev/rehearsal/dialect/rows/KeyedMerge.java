package dev.rehearsal.dialect.rows;

import dev.rehearsal.data.Loss;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table has lost, row by row: both sides are read in the order of their keys'
 * hashes and merged. Not safe for use by several threads.
 */
public final class KeyedMerge {
    private final List<String> key;
    private final List<String> columns;
    private final LossTally lost = new LossTally(Loss.Kind.ROWS_LOST, null);
    private final LossTally leftOver = new LossTally(Loss.Kind.ROWS_LEFT_OVER, null);
    private final List<LossTally> changed;

    /**
     * Makes one for one comparison.
     *
     * @param key the names of the key's columns, as a reader would write them
     * @param columns the names of the columns that are compared in rows of the same key
     */
    public KeyedMerge(List<String> key, List<String> columns) {
        this.key = key;
        this.columns = columns;
        this.changed = columns.stream()
                .map(column -> new LossTally(Loss.Kind.VALUES_CHANGED, column))
                .toList();
    }

    /**
     * {@return what the second relation has lost}
     *
     * @param relation its name
     * @param before the rows of the first
     * @param after the rows of the second, in the same order of hashes
     * @throws SQLException if a server fails
     */
    public List<Loss> run(QualifiedName relation, KeyedRows before, KeyedRows after) throws SQLException {
        merge(before, after);
        return Stream.concat(Stream.of(lost, leftOver), changed.stream())
                .flatMap(tally -> tally.of(relation).stream())
                .toList();
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
