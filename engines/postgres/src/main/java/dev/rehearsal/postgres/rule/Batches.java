package dev.rehearsal.postgres.rule;

import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.rule.Change;
import java.util.List;

/** Pieces of SQL that several remedies share. */
final class Batches {
    private Batches() {}

    /** {@return a loop that fills a column of a change's table where it is NULL} */
    static String fill(Change change, String column, String value) {
        String update = "UPDATE " + change.table() + " SET " + column + " = " + value;
        return batches(
                change.table(),
                change.all().key(change.table()),
                change.all().words(),
                range -> update + "\n      WHERE " + range + " AND " + column + " IS NULL;");
    }

    /**
     * {@return a loop that writes a table in batches, each in a transaction of its own}
     *
     * @param table which
     * @param key the columns of its primary key; none if it has no key
     * @param words those of the runner of the script
     * @param step makes the statement of one batch of the condition that its rows meet
     */
    static String batches(String table, List<String> key, RunnerWords words, Step step) {
        String by = key.isEmpty() ? "id" : key.get(0);
        return """
            -- in a script of its own, outside a transaction (%5$s)
            %1$sDO $$
            DECLARE
              batch_from %2$s.%3$s%%TYPE := (SELECT %3$s FROM %2$s ORDER BY %3$s LIMIT 1);
              batch_to %2$s.%3$s%%TYPE;
            BEGIN
              WHILE batch_from IS NOT NULL LOOP
                batch_to := (SELECT %3$s FROM %2$s WHERE %3$s > batch_from ORDER BY %3$s OFFSET 4999 LIMIT 1);
                %4$s
                COMMIT;
                batch_from := batch_to;
              END LOOP;
            END $$;""".formatted(keyless(table, key), table, by, step.of(range(by)), words.outsideTransaction());
    }

    /** {@return the condition that the rows of a batch meet} */
    private static String range(String by) {
        return by + " >= batch_from AND (batch_to IS NULL OR " + by + " < batch_to)";
    }

    /** Without a key there is nothing to go by; a new one must come first. */
    private static String keyless(String table, List<String> key) {
        return key.isEmpty()
                ? "-- " + table + " has no primary key to go by; give it one first:\n-- ALTER TABLE " + table
                        + " ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;\n"
                : "";
    }

    /** Makes the statement of a batch. */
    @FunctionalInterface
    interface Step {
        /** {@return the statement for the rows that meet a condition} */
        String of(String range);
    }
}
