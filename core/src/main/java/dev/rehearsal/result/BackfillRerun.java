package dev.rehearsal.result;

import dev.rehearsal.data.Loss;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a migration that writes in batches fared when it was run again.
 *
 * @param statement in which writing statement it was killed, from 1; 0 if it had come to its end, of which its history does
 *     not know
 * @param of how many there are when nothing disturbs them
 * @param kept how many rows were written before, and are still
 * @param undone how many rows were written before, and are not any more
 * @param again how many rows were written that had been written before
 * @param failure why it failed when it was run again; null if it did not
 * @param schema how the schema then differs from the undisturbed one; null if it failed
 * @param data how the data then differ; null if it failed
 */
public record BackfillRerun(
        int statement,
        int of,
        long kept,
        long undone,
        long again,
        @Nullable RunFailure failure,
        @Nullable List<SchemaDifference> schema,
        @Nullable List<Loss> data) {
    public BackfillRerun {
        schema = schema == null ? null : List.copyOf(schema);
        data = data == null ? null : List.copyOf(data);
    }

    /** {@return whether it had come to its end before} */
    public boolean afterTheEnd() {
        return statement == 0;
    }

    /** {@return whether it led to what an undisturbed run leads to} */
    public boolean sameEnd() {
        return failure == null
                && schema != null
                && schema.stream().allMatch(SchemaDifference::cosmetic)
                && data != null
                && data.isEmpty();
    }

    /** {@return when it was killed, for a reader} */
    public String moment() {
        return afterTheEnd() ? "after its end" : "in its write " + statement + " of " + of;
    }
}
