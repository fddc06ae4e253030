package dev.rehearsal.result;

import dev.rehearsal.data.Loss;
import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a phase that failed had committed by then, so that it stays.
 *
 * @param schema each object that differs from before the phase
 * @param data the data that differ; null if they were not compared
 * @param invalidIndexes the indexes that are invalid and were not before
 */
public record LeftBehind(
        List<SchemaDifference> schema, @Nullable List<Loss> data, List<InvalidIndex> invalidIndexes) {
    public LeftBehind {
        schema = List.copyOf(schema);
        data = data == null ? null : List.copyOf(data);
        invalidIndexes = List.copyOf(invalidIndexes);
    }

    /** {@return whether it left anything} */
    public boolean anything() {
        return !schema.isEmpty() || (data != null && !data.isEmpty()) || !invalidIndexes.isEmpty();
    }
}
