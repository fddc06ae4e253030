package dev.rehearsal.result;

/**
 * Rows that stood in a migration's way and were taken out of the stage, so that the rehearsal could go on.
 *
 * @param table their table, as {@code schema.table}
 * @param rows how many
 */
public record TakenRows(String table, long rows) {
    /** {@return it for a reader: {@code 12 rows of public.users}} */
    public String words() {
        return rows + (rows == 1 ? " row of " : " rows of ") + table;
    }
}
