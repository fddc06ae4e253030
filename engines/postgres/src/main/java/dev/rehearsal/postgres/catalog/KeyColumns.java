package dev.rehearsal.postgres.catalog;

/** The names behind the numbers by which keys tell their columns. */
public final class KeyColumns {
    private KeyColumns() {}

    /**
     * {@return an expression for the names of columns, as an array in their order}
     *
     * @param relation an expression for the OID of their table
     * @param numbers an expression for their numbers, an array
     */
    public static String names(String relation, String numbers) {
        return "ARRAY(SELECT a.attname::text FROM unnest(" + numbers + ") WITH ORDINALITY u (number, place)"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = " + relation
                + " AND a.attnum = u.number ORDER BY u.place)";
    }
}
