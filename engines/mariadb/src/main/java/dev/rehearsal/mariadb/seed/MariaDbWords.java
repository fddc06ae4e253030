package dev.rehearsal.mariadb.seed;

import dev.rehearsal.seeding.ScriptWords;
import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How MariaDB's scripts write names and constants.
 *
 * @param lexer takes them apart
 */
record MariaDbWords(Lexer lexer) implements ScriptWords {
    private static final Pattern QUOTED =
            Pattern.compile("(?:_\\w+\\s*)?(['\"])(.*)\\1", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("-?\\s*[0-9]+(?:\\.[0-9]*)?");

    @Override
    public List<Token> tokens(String text) {
        return lexer.tokens(text);
    }

    @Override
    public String name(String written) {
        return written.startsWith("`")
                ? written.substring(1, written.length() - 1).replace("``", "`")
                : written;
    }

    @Override
    public @Nullable String constant(String expression) {
        Matcher quoted = QUOTED.matcher(expression);
        if (quoted.matches()) {
            String quote = quoted.group(1);
            boolean one = !quoted.group(2)
                    .replace(quote + quote, "")
                    .replace("\\" + quote, "")
                    .contains(quote);
            return one ? quoted.group(2).replace(quote + quote, quote).replaceAll("\\\\(.)", "$1") : null;
        } else if (NUMBER.matcher(expression).matches()) {
            return expression.replaceAll("\\s", "");
        }
        return expression.equalsIgnoreCase("true") ? "1" : expression.equalsIgnoreCase("false") ? "0" : null;
    }
}
