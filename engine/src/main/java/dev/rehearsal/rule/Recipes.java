package dev.rehearsal.rule;

/** Pieces of SQL that several remedies share. */
final class Recipes {
    private Recipes() {}

    /** {@return a loop that writes a table in batches, each in a transaction of its own} */
    static String batches(String table, String set, String column) {
        return """
            -- in a script of its own, outside a transaction (executeInTransaction=false); id: the primary key
            DO $$
            DECLARE done_to bigint := (SELECT min(id) - 1 FROM %1$s); batch_to bigint;
            BEGIN
              LOOP
                SELECT max(id) INTO batch_to
                  FROM (SELECT id FROM %1$s WHERE id > done_to ORDER BY id LIMIT 5000) AS batch;
                EXIT WHEN batch_to IS NULL;
                UPDATE %1$s %2$s WHERE id > done_to AND id <= batch_to AND %3$s IS NULL;
                COMMIT;
                done_to := batch_to;
              END LOOP;
            END $$;""".formatted(table, set, column);
    }
}
