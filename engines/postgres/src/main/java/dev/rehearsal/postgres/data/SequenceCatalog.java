package dev.rehearsal.postgres.data;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the user's sequences stand. */
final class SequenceCatalog {
    private static final String LAST_VALUES = """
            SELECT n.nspname, c.relname, v.value
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL pg_sequence_last_value(c.oid) v(value)
            WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND v.value IS NOT NULL
                AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private SequenceCatalog() {}

    /** {@return the last value of each sequence that was used} */
    static Map<QualifiedName, Long> lastValues(DataSession session) throws SQLException {
        Map<QualifiedName, Long> values = new LinkedHashMap<>();
        List<Map.Entry<QualifiedName, Long>> rows = session.list(
                LAST_VALUES, row -> Map.entry(SqlNames.relation(row.getString(1), row.getString(2)), row.getLong(3)));
        rows.forEach(row -> values.put(row.getKey(), row.getValue()));
        return values;
    }

    /** {@return where a sequence stands; empty if it does not exist} */
    static Optional<State> state(DataSession session, QualifiedName name) throws SQLException {
        String regclass = "to_regclass('" + SqlNames.quote(name).replace("'", "''") + "')";
        List<Long> increments = session.list(
                "SELECT seqincrement FROM pg_sequence WHERE seqrelid = " + regclass, row -> row.getLong(1));
        if (increments.isEmpty()) {
            return Optional.empty();
        }
        long increment = increments.get(0);
        String sql = "SELECT last_value, is_called FROM " + SqlNames.quote(name);
        return session.list(sql, row -> new State(row.getLong(1), row.getBoolean(2), increment)).stream()
                .findFirst();
    }

    /**
     * Where a sequence stands.
     *
     * @param lastValue its last value; the next one if it was not called yet
     * @param called whether it was called
     * @param increment its step, which may be negative
     */
    record State(long lastValue, boolean called, long increment) {
        /** {@return by how much it stands behind an earlier value; not above zero if it does not} */
        long behind(long earlier) {
            long last = called ? lastValue : lastValue - increment;
            return increment > 0 ? earlier - last : last - earlier;
        }
    }
}
