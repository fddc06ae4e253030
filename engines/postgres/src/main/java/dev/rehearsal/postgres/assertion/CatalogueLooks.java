package dev.rehearsal.postgres.assertion;

import dev.rehearsal.dialect.assertion.LookQueries;

/** Queries with which a reader looks further into PostgreSQL's catalogue. */
final class CatalogueLooks implements LookQueries {
    @Override
    public String columns() {
        return "SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema')";
    }

    @Override
    public String column(String table, String column) {
        return "SELECT attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)"
                + " FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid = "
                + literal(table) + "::regclass AND attname = " + literal(column);
    }

    @Override
    public String constraints(String table) {
        return "SELECT conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = "
                + literal(table) + "::regclass";
    }

    @Override
    public String indexes() {
        return "SELECT indexrelid::regclass, indrelid::regclass, indisvalid, pg_get_indexdef(indexrelid)"
                + " FROM pg_index WHERE indrelid >= 16384";
    }

    @Override
    public String sequence(String table, String column) {
        return "SELECT pg_get_serial_sequence(" + literal(table) + ", " + literal(column) + ")";
    }

    @Override
    public String plan(String query) {
        return "EXPLAIN " + query;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
