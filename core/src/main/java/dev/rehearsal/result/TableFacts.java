package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * A table at the stage.
 *
 * @param table its name, for a reader
 * @param rows exact row count
 * @param bytes on disk, with its indexes and TOAST
 * @param productionRows how many rows the volume profile says that production holds; null if it does not say
 * @param askedRows how many rows the volume profile asks for; null if it keeps its own rows, however many
 * @param limit why it can hold no more rows than it has, by what is defined of it; null if it can
 * @param notFilled why it holds fewer rows than were asked for though it could hold more; null if it does not
 */
public record TableFacts(
        String table,
        long rows,
        long bytes,
        @Nullable Long productionRows,
        @Nullable Long askedRows,
        @Nullable String limit,
        @Nullable NotFilled notFilled) {
    /**
     * Why a table holds fewer rows than were asked for.
     *
     * @param reason why
     * @param remedy what to do
     */
    public record NotFilled(String reason, String remedy) {}

    /**
     * A table of which no rows were asked for.
     *
     * @param table its name
     * @param rows exact row count
     * @param bytes on disk
     * @param productionRows its rows in production; null if not known
     */
    public TableFacts(String table, long rows, long bytes, @Nullable Long productionRows) {
        this(table, rows, bytes, productionRows, null, null, null);
    }

    /**
     * A table of which production's size is not known.
     *
     * @param table its name
     * @param rows exact row count
     * @param bytes on disk
     */
    public TableFacts(String table, long rows, long bytes) {
        this(table, rows, bytes, null);
    }

    /** {@return whether it holds fewer rows than were asked for} */
    public boolean holdsFewer() {
        return askedRows != null && rows < askedRows;
    }
}
