package dev.rehearsal.postgres.inspect;

import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.Sighting;
import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaObject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether each sequence is ahead of the column that it fills: one that is behind makes the next INSERT fail. */
final class SequenceQuestion {
    /** By ownership, identity, or a default that calls it. A sequence that begins anew at its end is never ahead. */
    private static final String FILLING = """
            SELECT DISTINCT format('%I.%I', sn.nspname, s.relname), format('%I.%I', n.nspname, c.relname),
                quote_ident(a.attname), q.seqincrement
            FROM pg_catalog.pg_class s
            JOIN pg_catalog.pg_namespace sn ON sn.oid = s.relnamespace
            JOIN pg_catalog.pg_sequence q ON q.seqrelid = s.oid
            JOIN (
                SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS attribute
                FROM pg_catalog.pg_depend d
                WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
                    AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
                UNION
                SELECT d.refobjid, e.adrelid, e.adnum
                FROM pg_catalog.pg_depend d
                JOIN pg_catalog.pg_attrdef e ON e.oid = d.objid
                WHERE d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
            ) fills ON fills.sequence = s.oid
            JOIN pg_catalog.pg_class c ON c.oid = fills.relation AND c.relkind IN ('r', 'p')
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = fills.attribute
            WHERE s.relkind = 'S' AND NOT q.seqcycle
                AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)
            ORDER BY 1, 2, 3
            """;

    private SequenceQuestion() {}

    /** A sequence and a column that it fills, quoted as they must be in SQL. */
    private record Filling(String sequence, String table, String column, long increment) {
        /** With an index on the column the end of it is read, else the whole table, as long as the limit lets it. */
        String sql() {
            return "SELECT (SELECT " + (increment > 0 ? "max(" : "min(") + column + ") FROM " + table
                    + "), last_value, is_called FROM " + sequence;
        }
    }

    static Answer ask(ReadOnlyWork work) {
        List<Sighting> sightings = new ArrayList<>();
        List<String> notMeasured = new ArrayList<>();
        try {
            for (Filling filling : work.run(SequenceQuestion::fillings)) {
                try {
                    work.run(statement -> sightings.addAll(compare(statement, filling)));
                } catch (SQLException e) {
                    notMeasured.add(filling.sequence() + ": " + Reasons.of(e));
                }
            }
        } catch (SQLException e) {
            notMeasured.add(Reasons.of(e));
        }
        return new Answer(
                PostgresQuestions.SEQUENCES, sightings, notMeasured.isEmpty() ? null : String.join("; ", notMeasured));
    }

    private static List<Filling> fillings(Statement statement) throws SQLException {
        List<Filling> fillings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(FILLING)) {
            while (rows.next()) {
                fillings.add(new Filling(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4)));
            }
        }
        return fillings;
    }

    private static List<Sighting> compare(Statement statement, Filling filling) throws SQLException {
        try (ResultSet row = statement.executeQuery(filling.sql())) {
            row.next();
            BigDecimal furthest = row.getBigDecimal(1);
            long last = row.getBoolean(3) ? row.getLong(2) : row.getLong(2) - filling.increment();
            if (furthest == null
                    || furthest.compareTo(BigDecimal.valueOf(last)) * Long.signum(filling.increment()) <= 0) {
                return List.of();
            }
            return List.of(new Sighting(
                    Severity.ERROR,
                    new SchemaObject("sequence", filling.sequence()),
                    "stands at " + last + ", and " + filling.table() + "." + filling.column() + " holds " + furthest
                            + " already"));
        }
    }
}
