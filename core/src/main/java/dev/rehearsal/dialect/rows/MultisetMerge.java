package dev.rehearsal.dialect.rows;

import dev.rehearsal.data.Loss;
import dev.rehearsal.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a table without a key has lost: how often each whole row is there, on both sides. */
public final class MultisetMerge {
    private long lost;
    private long leftOver;

    private MultisetMerge() {}

    /**
     * {@return what the second relation has lost; where it has as many rows, they have changed}
     *
     * @param relation its name
     * @param before a hash of each kind of row of the first, and how many there are, in the order of the hashes
     * @param after those of the second
     * @param suspect the only column that may have changed; null if it is not known
     * @throws SQLException if a server fails
     */
    public static List<Loss> run(QualifiedName relation, ResultSet before, ResultSet after, @Nullable String suspect)
            throws SQLException {
        MultisetMerge merge = new MultisetMerge();
        merge.merge(new Groups(before), new Groups(after));
        boolean changed = merge.lost == merge.leftOver;
        return Stream.of(
                        tally(Loss.Kind.VALUES_CHANGED, suspect, changed ? merge.lost : 0),
                        tally(Loss.Kind.ROWS_LOST, null, changed ? 0 : merge.lost),
                        tally(Loss.Kind.ROWS_LEFT_OVER, null, changed ? 0 : merge.leftOver))
                .flatMap(tally -> tally.of(relation).stream())
                .toList();
    }

    private void merge(Groups old, Groups now) throws SQLException {
        while (old.present || now.present) {
            boolean inOld = old.present && (!now.present || old.hash <= now.hash);
            boolean inNow = now.present && (!old.present || now.hash <= old.hash);
            long difference = (inOld ? old.count : 0) - (inNow ? now.count : 0);
            lost += Math.max(0, difference);
            leftOver += Math.max(0, -difference);
            if (inOld) {
                old.advance();
            }
            if (inNow) {
                now.advance();
            }
        }
    }

    private static LossTally tally(Loss.Kind kind, @Nullable String column, long rows) {
        LossTally tally = new LossTally(kind, column);
        tally.add(rows);
        return tally;
    }

    /** Equal rows, one kind of row at a time in the order of their hashes. */
    private static final class Groups {
        private final ResultSet rows;
        private boolean present;
        private long hash;
        private long count;

        Groups(ResultSet rows) throws SQLException {
            this.rows = rows;
            advance();
        }

        void advance() throws SQLException {
            present = rows.next();
            hash = present ? rows.getLong(1) : 0;
            count = present ? rows.getLong(2) : 0;
        }
    }
}
