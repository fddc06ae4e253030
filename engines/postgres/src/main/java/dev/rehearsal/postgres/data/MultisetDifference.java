package dev.rehearsal.postgres.data;

import dev.rehearsal.data.Loss;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a table without a key has lost: how often each whole row is there, on both sides. */
final class MultisetDifference {
    private static final int FETCHED = 10_000;

    private final List<String> columns;
    private long lost;
    private long leftOver;

    /** Compares these columns. */
    MultisetDifference(List<String> columns) {
        this.columns = columns;
    }

    /** {@return what the second relation has lost; where it has as many rows, they have changed} */
    List<Loss> run(Side before, Side after, @Nullable String suspect) throws SQLException {
        try (Statement first = before.session().streaming(FETCHED);
                Statement second = after.session().streaming(FETCHED)) {
            merge(new Groups(first.executeQuery(sql(before))), new Groups(second.executeQuery(sql(after))));
        }
        return Stream.of(
                        tally(Loss.Kind.VALUES_CHANGED, suspect, lost == leftOver ? lost : 0),
                        tally(Loss.Kind.ROWS_LOST, null, lost == leftOver ? 0 : lost),
                        tally(Loss.Kind.ROWS_LEFT_OVER, null, lost == leftOver ? 0 : leftOver))
                .flatMap(tally -> tally.of(before.relation().name()).stream())
                .toList();
    }

    private String sql(Side side) {
        RowSource rows = RowSource.of(side.relation(), List.of());
        return "SELECT " + rows.digest(side.columns(columns)) + ", count(*) " + rows.from() + " GROUP BY 1 ORDER BY 1";
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
