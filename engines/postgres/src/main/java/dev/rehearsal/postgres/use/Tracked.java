package dev.rehearsal.postgres.use;

import dev.rehearsal.result.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was written.
 *
 * @param table its table after the up
 * @param key its key, as text
 * @param source the key of the row that it is a copy of; null if it is none
 * @param columns the columns that were written
 * @param values what stands in them when all is written, as text
 * @param kind why
 */
record Tracked(
        UsedTable table,
        List<@Nullable String> key,
        @Nullable List<@Nullable String> source,
        List<String> columns,
        List<@Nullable String> values,
        Written.Kind kind) {
    Tracked withValues(List<@Nullable String> found) {
        return new Tracked(table, key, source, columns, found, kind);
    }

    /** {@return the one column that it was about; null if the whole row} */
    @Nullable
    String column() {
        return kind == Written.Kind.ROW ? null : columns.get(0);
    }
}
