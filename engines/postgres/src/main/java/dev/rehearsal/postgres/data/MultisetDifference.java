package dev.rehearsal.postgres.data;

import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.rows.MultisetMerge;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table without a key has lost: how often each whole row is there, on both sides.
 *
 * @param columns the names of the columns to compare
 */
record MultisetDifference(List<String> columns) {
    private static final int FETCHED = 10_000;

    /** {@return what the second relation has lost; where it has as many rows, they have changed} */
    List<Loss> run(Side before, Side after, @Nullable String suspect) throws SQLException {
        try (Statement first = before.session().streaming(FETCHED);
                Statement second = after.session().streaming(FETCHED)) {
            return MultisetMerge.run(
                    before.relation().name(),
                    first.executeQuery(sql(before)),
                    second.executeQuery(sql(after)),
                    suspect);
        }
    }

    private String sql(Side side) {
        RowSource rows = RowSource.of(side.relation(), List.of());
        return "SELECT " + rows.digest(side.columns(columns)) + ", count(*) " + rows.from() + " GROUP BY 1 ORDER BY 1";
    }
}
