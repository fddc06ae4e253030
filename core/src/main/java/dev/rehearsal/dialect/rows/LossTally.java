package dev.rehearsal.dialect.rows;

import dev.rehearsal.data.Loss;
import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts rows of one kind of loss, and keeps the keys of the first few. Not safe for use by several threads. */
public final class LossTally {
    private static final int SAMPLES = 5;

    private final Loss.Kind kind;
    private final @Nullable String column;
    private final List<String> samples = new ArrayList<>();
    private long rows;

    /**
     * Makes one that has counted nothing.
     *
     * @param kind what happened to the rows
     * @param column the column; null where whole rows are meant
     */
    public LossTally(Loss.Kind kind, @Nullable String column) {
        this.kind = kind;
        this.column = column;
    }

    /**
     * Counts a row.
     *
     * @param row the row
     * @param key the names of its key's columns
     */
    public void add(KeyedRow row, List<String> key) {
        rows++;
        if (samples.size() < SAMPLES) {
            samples.add(row.describe(key));
        }
    }

    /**
     * Counts rows that have no key.
     *
     * @param count how many
     */
    public void add(long count) {
        rows += count;
    }

    /**
     * {@return the loss, or nothing if no row was counted}
     *
     * @param relation where
     */
    public List<Loss> of(QualifiedName relation) {
        return rows == 0 ? List.of() : List.of(new Loss(relation.toString(), column, kind, rows, samples));
    }
}
