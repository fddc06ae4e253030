package dev.rehearsal.profile;

import dev.rehearsal.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the statistics tell of a table.
 *
 * @param table which
 * @param rows how many rows, as the server estimates; null if it was never told to find out
 * @param remark why something is not known, and what to do; empty if all is
 * @param columns its columns that hold values of their own, in their order
 */
public record TableStatistics(QualifiedName table, @Nullable Long rows, String remark, List<ColumnStatistics> columns) {
    public TableStatistics {
        columns = List.copyOf(columns);
    }
}
