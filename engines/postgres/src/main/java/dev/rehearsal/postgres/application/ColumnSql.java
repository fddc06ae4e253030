package dev.rehearsal.postgres.application;

/** The questions about columns from which values are taken. */
final class ColumnSql {
    /** The first label of an enum type, by the type's name with or without its schema. */
    static final String FIRST_LABEL = """
            SELECT e.enumlabel FROM pg_catalog.pg_enum e
            JOIN pg_catalog.pg_type y ON y.oid = e.enumtypid
            JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace
            WHERE ? IN (y.typname, n.nspname || '.' || y.typname) ORDER BY e.enumsortorder LIMIT 1""";

    /**
     * A query for a value of a column, if a table has a column of that name and type. An array's value is made of one
     * element. What a unique index of its own holds is left out where a new row is written.
     */
    static final String VALUE_QUERY = """
            SELECT format(CASE WHEN left(w.type, 1) = '_' AND left(y.typname, 1) <> '_'
                    THEN 'SELECT ARRAY[%1$I]::text FROM %2$s WHERE %1$I IS NOT NULL LIMIT 1'
                    ELSE 'SELECT %1$I::text FROM %2$s WHERE %1$I IS NOT NULL LIMIT 1' END, a.attname, a.attrelid::regclass)
            FROM (SELECT ?::text AS type) w, pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
            WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attname = ? AND a.attnum > 0
                AND (replace(ltrim(w.type, '_'), 'varchar', 'text') = replace(ltrim(y.typname, '_'), 'varchar', 'text')
                    OR w.type = 'int8' AND y.typname IN ('int2', 'int4'))
                AND NOT (? AND EXISTS (SELECT FROM pg_catalog.pg_index i
                    WHERE i.indrelid = a.attrelid AND i.indisunique AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum))""";

    private ColumnSql() {}
}
