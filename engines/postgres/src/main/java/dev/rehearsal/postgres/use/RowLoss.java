package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.use.UseSession.Trial;
import dev.rehearsal.result.Written.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one written row has lost. A value is there if it stands in its column or anywhere else in the row, for an undo may
 * put it back under a former name; and a copied value is there if it is what the row that it was copied from holds now,
 * for an undo may translate both.
 *
 * @param session the database after the down
 * @param row as it was written
 * @param now its table after the down
 */
record RowLoss(UseSession session, Tracked row, UsedTable now) {
    private static final int TELLING = 3;

    List<Lost> find() throws SQLException {
        List<String> columns = now.columns().stream().map(UsedColumn::name).toList();
        Trial found = read(columns, row.key());
        if (!found.worked()) {
            Kind kind = kindOfRow();
            return List.of(new Lost(row.table().name().toString(), kind == Kind.ROW ? null : row.column(), kind));
        }
        List<String> source = row.source();
        Trial original = source == null ? null : read(columns, source);
        List<Lost> lost = new ArrayList<>();
        for (int i = 0; i < row.columns().size(); i++) {
            String column = row.columns().get(i);
            String value = row.values().get(i);
            if (value != null && !isThere(value, columns.indexOf(column), found, original) && counts(column)) {
                lost.add(new Lost(row.table().name().toString(), column, row.kind()));
            }
        }
        return lost;
    }

    /** A new column's content goes with it; of ordinary rows only the columns that are left are held against the undo. */
    private boolean counts(String column) {
        return row.kind() == Kind.NEW_COLUMN || now.has(column);
    }

    /** Where the whole row is gone, the new column or label is not what matters. */
    private Kind kindOfRow() {
        return switch (row.kind()) {
            case NEW_COLUMN, NEW_LABEL, CHANGED -> Kind.ROW;
            default -> row.kind();
        };
    }

    private Trial read(List<String> columns, List<@Nullable String> key) throws SQLException {
        UsedTable keyed = new UsedTable(now.name(), now.columns(), row.table().key(), List.of());
        return session.attempt(UseSql.row(keyed, columns), key, true);
    }

    private static boolean isThere(String value, int index, Trial found, @Nullable Trial original) {
        if (index >= 0 && SameValue.value(value, found.values().get(index))) {
            return true;
        }
        if (index >= 0 && original != null && original.worked()) {
            return SameValue.value(found.values().get(index), original.values().get(index));
        }
        return value.length() >= TELLING && found.values().contains(value);
    }

    /**
     * Something lost.
     *
     * @param relation the table
     * @param column the column; null if the row
     * @param kind what was written
     */
    record Lost(String relation, @Nullable String column, Kind kind) {}
}
