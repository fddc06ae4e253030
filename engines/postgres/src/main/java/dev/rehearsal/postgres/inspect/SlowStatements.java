package dev.rehearsal.postgres.inspect;

import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.Sighting;
import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The statements that took most of the server's time, where {@code pg_stat_statements} counts them. */
final class SlowStatements {
    private static final SchemaObject EXTENSION = new SchemaObject("extension", "pg_stat_statements");
    /** Its settings exist where the server has loaded it; which libraries those are, not every user may know. */
    private static final String WHERE = """
            SELECT quote_ident(n.nspname)
            FROM pg_catalog.pg_extension e
            JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname = 'pg_stat_statements'
                AND current_setting('pg_stat_statements.max', true) IS NOT NULL
            """;

    private static final String SLOWEST = """
            SELECT 'statement', left(regexp_replace(s.query, '\\s+', ' ', 'g'), 200),
                format('%s ms on average, %s calls', round(s.mean_exec_time::numeric, 1), s.calls)
            FROM {schema}.pg_stat_statements s
            WHERE s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
            ORDER BY s.total_exec_time DESC
            LIMIT 5
            """;

    private SlowStatements() {}

    static Answer ask(Statement statement) throws SQLException {
        String schema = null;
        try (ResultSet row = statement.executeQuery(WHERE)) {
            if (row.next()) {
                schema = row.getString(1);
            }
        }
        if (schema == null) {
            return Answer.of(
                    PostgresQuestions.SLOW_STATEMENTS,
                    List.of(new Sighting(Severity.NOTE, EXTENSION, "is not there: slow statements are not known")));
        }
        return new Asked(PostgresQuestions.SLOW_STATEMENTS, Severity.NOTE, SLOWEST.replace("{schema}", schema))
                .ask(statement);
    }
}
