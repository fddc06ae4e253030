package dev.rehearsal.flyway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flywaydb.core.internal.parser.Token;
import org.flywaydb.core.internal.parser.TokenType;

/** Where a parser tells of each statement where it begins and of which words it is made. */
final class StatementLog {
    private final List<ParsedStatement> parsed = new ArrayList<>();

    /** {@return the statements that were parsed, in their order} */
    List<ParsedStatement> parsed() {
        return List.copyOf(parsed);
    }

    void add(int nonCommentPartPos, int nonCommentPartLine, String sql, List<Token> tokens) {
        int first = tokens.isEmpty() ? nonCommentPartPos : tokens.get(0).getPos();
        int comments = Math.min(sql.length(), Math.max(0, nonCommentPartPos - first));
        parsed.add(new ParsedStatement(nonCommentPartLine, sql, comments, words(tokens)));
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
