package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.seeding.ScriptWords;
import dev.rehearsal.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL's scripts write names and constants. */
final class PostgresWords implements ScriptWords {
    private static final Pattern BODY = Pattern.compile("(\\$\\w*\\$)(.*)\\1", Pattern.DOTALL);

    @Override
    public List<Token> tokens(String text) {
        return new PostgresLexer().tokens(text);
    }

    @Override
    public String name(String written) {
        return folded(written);
    }

    @Override
    public @Nullable String constant(String expression) {
        return Literals.of(expression);
    }

    @Override
    public @Nullable String body(String token) {
        Matcher body = BODY.matcher(token);
        if (body.matches()) {
            return body.group(2);
        }
        boolean quoted = token.startsWith("'") && token.length() > 1;
        return quoted ? token.substring(1, token.length() - 1).replace("''", "'") : null;
    }

    /** {@return a name as the server keeps it} */
    static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
