package dev.rehearsal.flyway;

import dev.rehearsal.migration.RunStatement;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.sqlscript.ParserSqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptMetadata;

/**
 * A script as Flyway cuts it into statements.
 *
 * @param transactional whether Flyway wraps it in one transaction; true also for a script that it cannot parse, which
 *     will fail before anything runs
 * @param statements its statements in their order; empty if Flyway cannot parse it
 */
record ParsedScript(boolean transactional, List<ParsedStatement> statements) {
    ParsedScript {
        statements = List.copyOf(statements);
    }

    /**
     * {@return the script, cut}
     *
     * @param script which
     * @param all finds its {@code .conf} file
     * @param parsing as the engine and the project have it
     */
    static ParsedScript parse(LoadableResource script, ResourceProvider all, OfflineParsing parsing) {
        try {
            StatementLog log = new StatementLog();
            ParserSqlScript parsed = new ParserSqlScript(
                    parsing.parser(log), script, SqlScriptMetadata.getMetadataResource(all, script), true);
            parsed.validate();
            return new ParsedScript(parsed.executeInTransaction(), log.parsed());
        } catch (FlywayException e) {
            return new ParsedScript(true, List.of());
        }
    }

    /**
     * {@return the nth statement as it is told to a listener}
     *
     * @param script the script's name
     * @param index from 0
     * @param sent what Flyway sends, with the delimiter
     */
    RunStatement statement(String script, int index, String sent) {
        String sql = sent.endsWith(";") ? sent.substring(0, sent.length() - 1) : sent;
        if (index >= statements.size()) {
            return new RunStatement(script, 0, sql);
        }
        ParsedStatement parsed = statements.get(index);
        return new RunStatement(script, parsed.line(), parsed.sql().equals(sql) ? parsed.body() : sql);
    }
}
