package dev.rehearsal.flyway;

import java.io.IOException;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.PeekingReader;
import org.flywaydb.core.internal.parser.Recorder;
import org.flywaydb.core.internal.parser.StatementType;
import org.flywaydb.core.internal.parser.Token;
import org.flywaydb.core.internal.sqlscript.Delimiter;
import org.flywaydb.core.internal.sqlscript.ParsedSqlStatement;
import org.flywaydb.database.mysql.mariadb.MariaDBParser;

/** Flyway's parser for MariaDB, without a database. */
final class MariaDbScriptParser extends MariaDBParser {
    private final StatementLog log;

    MariaDbScriptParser(Configuration configuration, ParsingContext context, StatementLog log) {
        super(configuration, context);
        this.log = log;
    }

    @Override
    protected ParsedSqlStatement createStatement(
            PeekingReader reader,
            Recorder recorder,
            int statementPos,
            int statementLine,
            int statementCol,
            int nonCommentPartPos,
            int nonCommentPartLine,
            int nonCommentPartCol,
            StatementType statementType,
            boolean canExecuteInTransaction,
            Delimiter delimiter,
            String sql,
            List<Token> tokens,
            boolean batchable)
            throws IOException {
        log.add(nonCommentPartPos, nonCommentPartLine, sql, tokens);
        return super.createStatement(
                reader,
                recorder,
                statementPos,
                statementLine,
                statementCol,
                nonCommentPartPos,
                nonCommentPartLine,
                nonCommentPartCol,
                statementType,
                canExecuteInTransaction,
                delimiter,
                sql,
                tokens,
                batchable);
    }
}
