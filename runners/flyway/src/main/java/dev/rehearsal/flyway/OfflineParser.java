package dev.rehearsal.flyway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.PeekingReader;
import org.flywaydb.core.internal.parser.Recorder;
import org.flywaydb.core.internal.parser.StatementType;
import org.flywaydb.core.internal.parser.Token;
import org.flywaydb.core.internal.parser.TokenType;
import org.flywaydb.core.internal.sqlscript.Delimiter;
import org.flywaydb.core.internal.sqlscript.ParsedSqlStatement;
import org.flywaydb.database.postgresql.PostgreSQLParser;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's own parser, without a database, which also tells where a statement begins and of which words it is made.
 * Flyway takes a database that it does not know for one older than 12, in which ALTER TYPE … ADD VALUE cannot run in a
 * transaction: no rehearsal runs on one.
 */
final class OfflineParser extends PostgreSQLParser {
    private static final Pattern ADD_VALUE = Pattern.compile("^ALTER TYPE( .*)? ADD VALUE");
    /** Of these a transaction refuses none; Flyway would ask a database for its version, and there is none. */
    private static final Pattern FIT_FOR_ANY =
            Pattern.compile("^(INSERT|UPDATE|DELETE|SELECT|WITH|COMMENT|GRANT|REVOKE|(CREATE|DROP|ALTER) TABLE) .*");

    private static final List<String> KNOWN_TO_A_DATABASE =
            List.of("defaultSchema", "user", "database", "timestamp", "workingDirectory", "table", "environment");

    private final List<ParsedStatement> parsed = new ArrayList<>();

    private OfflineParser(Configuration configuration, ParsingContext context) {
        super(configuration, context);
    }

    /** {@return a parser of one script; placeholders that only a database knows are made up} */
    static OfflineParser of(Configuration configuration) {
        ParsingContext context = new ParsingContext();
        for (String name : KNOWN_TO_A_DATABASE) {
            context.getPlaceholders().put("flyway" + configuration.getPlaceholderSeparator() + name, name);
        }
        return new OfflineParser(configuration, context);
    }

    /** {@return a configuration for parsing alone: no placeholder's value breaks a line, so lines are the script's} */
    static Configuration configuration(Configuration running) {
        Map<String, String> inOneLine = new LinkedHashMap<>();
        running.getPlaceholders().forEach((name, value) -> inOneLine.put(name, value.replace('\n', ' ')));
        return Flyway.configure(running.getClassLoader()).configuration(running).placeholders(inOneLine);
    }

    /** {@return the statements that were parsed, in their order} */
    List<ParsedStatement> parsed() {
        return List.copyOf(parsed);
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
        int first = tokens.isEmpty() ? nonCommentPartPos : tokens.get(0).getPos();
        int comments = Math.min(sql.length(), Math.max(0, nonCommentPartPos - first));
        parsed.add(new ParsedStatement(nonCommentPartLine, sql, comments, words(tokens)));
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

    private static String words(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.getType() == TokenType.KEYWORD)
                .map(Token::getText)
                .filter(Objects::nonNull)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
