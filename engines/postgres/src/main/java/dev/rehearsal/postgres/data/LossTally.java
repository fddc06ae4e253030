package dev.rehearsal.postgres.data;

import dev.rehearsal.data.Loss;
import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts rows of one kind of loss, and keeps the keys of the first few. */
final class LossTally {
    private static final int SAMPLES = 5;

    private final Loss.Kind kind;
    private final @Nullable String column;
    private final List<String> samples = new ArrayList<>();
    private long rows;

    LossTally(Loss.Kind kind, @Nullable String column) {
        this.kind = kind;
        this.column = column;
    }

    /** Counts a row. */
    void add(KeyedRow row, List<String> key) {
        rows++;
        if (samples.size() < SAMPLES) {
            samples.add(row.describe(key));
        }
    }

    /** Counts rows that have no key. */
    void add(long count) {
        rows += count;
    }

    /** {@return the loss, or nothing if no row was counted} */
    List<Loss> of(QualifiedName relation) {
        return rows == 0 ? List.of() : List.of(new Loss(relation.toString(), column, kind, rows, samples));
    }
}
