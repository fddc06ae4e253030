package dev.rehearsal.flyway;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.PeekingReader;
import org.flywaydb.core.internal.parser.Recorder;
import org.flywaydb.core.internal.parser.StatementType;
import org.flywaydb.core.internal.parser.Token;
import org.flywaydb.core.internal.sqlscript.Delimiter;
import org.flywaydb.core.internal.sqlscript.ParsedSqlStatement;
import org.flywaydb.database.postgresql.PostgreSQLParser;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's parser for PostgreSQL, without a database. Flyway takes a database that it does not know for one older than 12,
 * in which ALTER TYPE … ADD VALUE cannot run in a transaction: no rehearsal runs on one.
 */
final class PostgresScriptParser extends PostgreSQLParser {
    private static final Pattern ADD_VALUE = Pattern.compile("^ALTER TYPE( .*)? ADD VALUE");
    /** Of these a transaction refuses none; Flyway would ask a database for its version, and there is none. */
    private static final Pattern FIT_FOR_ANY =
            Pattern.compile("^(INSERT|UPDATE|DELETE|SELECT|WITH|COMMENT|GRANT|REVOKE|(CREATE|DROP|ALTER) TABLE) .*");

    private final StatementLog log;

    PostgresScriptParser(Configuration configuration, ParsingContext context, StatementLog log) {
        super(configuration, context);
        this.log = log;
    }

    @Override
    @SuppressWarnings("NullAway") // Flyway's class is not annotated: null stands for "not known yet"
    protected @Nullable Boolean detectCanExecuteInTransaction(String statement, List<Token> keywords) {
        boolean fits = ADD_VALUE.matcher(statement).matches()
                || FIT_FOR_ANY.matcher(statement).matches();
        return fits ? null : super.detectCanExecuteInTransaction(statement, keywords);
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
