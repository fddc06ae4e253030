package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guess at one action's words. Only a table that was there before the script can hurt anyone. */
abstract class PatternGuess implements GuessRule {
    private final Pattern pattern;
    private final String says;

    /**
     * Makes one.
     *
     * @param pattern of the reduced statement; {@code NAME} stands for a name, the group {@code table} is the table
     * @param says what it would do; {@code %s} is the table
     */
    PatternGuess(String pattern, String says) {
        this.pattern = Pattern.compile("(?i)" + pattern.replace("NAME", StatementWords.NAME));
        this.says = says;
    }

    @Override
    public final Optional<String> guess(Action action, LintText script) {
        Matcher matcher = pattern.matcher(action.words());
        if (!matcher.lookingAt() || !script.existed(matcher.group("table")) || isHarmless(action.words())) {
            return Optional.empty();
        }
        return Optional.of(says.formatted(matcher.group("table")));
    }

    /** {@return whether its words say that it does no harm after all} */
    boolean isHarmless(String words) {
        return false;
    }

    static boolean has(String words, String pattern) {
        return Pattern.compile("(?i)\\b(?:" + pattern + ")").matcher(words).find();
    }
}
