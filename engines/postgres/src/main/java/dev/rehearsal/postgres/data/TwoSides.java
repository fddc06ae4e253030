package dev.rehearsal.postgres.data;

import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.rows.TableLosses;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of two relations that are compared.
 *
 * @param before the first
 * @param after the second
 */
record TwoSides(Side before, Side after) implements TableLosses.Rows {
    @Override
    public List<Loss> keyed(List<String> key, List<String> columns) throws SQLException {
        return new KeyedDifference(key, columns).run(before, after);
    }

    @Override
    public List<Loss> multiset(List<String> columns, @Nullable String suspect) throws SQLException {
        return new MultisetDifference(columns).run(before, after, suspect);
    }
}
