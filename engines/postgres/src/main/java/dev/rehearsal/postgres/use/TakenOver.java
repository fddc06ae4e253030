package dev.rehearsal.postgres.use;

import dev.rehearsal.result.Written.Kind;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the undo has filled an old column from a new one, as one that merges what the up has split. Then the new
 * column is what an application writes to, and no change of the old one alone can be expected to stay.
 *
 * @param use what was written
 * @param session the database after the down
 * @param now the table after the down
 */
record TakenOver(PostgresUse use, UseSession session, UsedTable now) {
    private static final int TELLING = 3;

    boolean fills(String column) throws SQLException {
        Map<String, Boolean> taken = new LinkedHashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (Tracked row : use.rows()) {
            if (row.kind() == Kind.NEW_COLUMN && row.table().name().equals(now.name())) {
                String added = row.columns().get(0);
                taken.merge(added, holds(row, column), Boolean::logicalAnd);
                rows.merge(added, 1, Integer::sum);
            }
        }
        return taken.entrySet().stream().anyMatch(each -> each.getValue() && rows.getOrDefault(each.getKey(), 0) > 1);
    }

    private boolean holds(Tracked row, String column) throws SQLException {
        UsedTable keyed = new UsedTable(now.name(), now.columns(), row.table().key(), List.of());
        List<List<@Nullable String>> found = session.rows(UseSql.row(keyed, List.of(column)), row.key());
        String value = row.values().get(0);
        String held = found.isEmpty() ? null : found.get(0).get(0);
        return value != null
                && held != null
                && (value.length() < TELLING ? SameValue.value(value, held) : held.contains(value));
    }
}
