package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something that comes after an ALTER TABLE whose locks its transaction still holds. */
abstract class AfterAlterTable implements GuessRule {
    private static final Pattern ALTERS =
            Pattern.compile("(?i)ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>" + StatementWords.NAME + ") .*");

    @Override
    public final Optional<String> guess(Action action, LintText script) {
        return script.transactional() ? guess(action, alteredBefore(action, script), script) : Optional.empty();
    }

    /** {@return the tables of others that earlier statements alter} */
    private static Stream<String> alteredBefore(Action action, LintText script) {
        return script.actions().stream()
                .takeWhile(other -> other.line() < action.line())
                .flatMap(other -> altered(other, script).stream());
    }

    /** {@return the table that an action alters, if it is one that others use} */
    static Optional<String> altered(Action action, LintText script) {
        Matcher matcher = ALTERS.matcher(action.words());
        return matcher.matches() && script.existed(matcher.group("table"))
                ? Optional.of(matcher.group("table"))
                : Optional.empty();
    }

    /** {@return what the action would do; empty if it is no sign of harm} */
    abstract Optional<String> guess(Action action, Stream<String> alteredBefore, LintText script);
}
