package dev.rehearsal.junit.query;

/** Queries with which a reader looks further into what is defined; each can be run as it is. */
public final class Catalogue {
    private Catalogue() {}

    /** {@return what shows all tables and columns} */
    public static String columns() {
        return "SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema')";
    }

    /**
     * {@return what shows one column}
     *
     * @param table its table
     * @param column its name
     */
    public static String column(String table, String column) {
        return "SELECT attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)"
                + " FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid = "
                + literal(table) + "::regclass AND attname = " + literal(column);
    }

    /**
     * {@return what shows the constraints of a table}
     *
     * @param table its name
     */
    public static String constraints(String table) {
        return "SELECT conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = "
                + literal(table) + "::regclass";
    }

    /** {@return what shows all indexes} */
    public static String indexes() {
        return "SELECT indexrelid::regclass, indrelid::regclass, indisvalid, pg_get_indexdef(indexrelid)"
                + " FROM pg_index WHERE indrelid >= 16384";
    }

    /**
     * {@return what shows the sequence of a column}
     *
     * @param table its table
     * @param column its name
     */
    public static String sequence(String table, String column) {
        return "SELECT pg_get_serial_sequence(" + literal(table) + ", " + literal(column) + ")";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
