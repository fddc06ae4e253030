package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constraint that no script validates.
 *
 * @param validated the keys of the constraints that some script validates
 */
record UnvalidatedConstraint(Set<String> validated) implements GuessRule {
    private static final Pattern ADDS = Pattern.compile(
            "(?i)ALTER TABLE .*\\bADD CONSTRAINT (?<name>" + StatementWords.NAME + ") .*\\bNOT VALID\\b.*");
    private static final Pattern VALIDATES =
            Pattern.compile("(?i)ALTER TABLE .*\\bVALIDATE CONSTRAINT (?<name>" + StatementWords.NAME + ").*");

    /** {@return the key of the constraint that an action validates} */
    static Optional<String> validates(Action action) {
        Matcher matcher = VALIDATES.matcher(action.words());
        return matcher.matches() ? Optional.of(StatementWords.key(matcher.group("name"))) : Optional.empty();
    }

    @Override
    public String rule() {
        return "constraint-not-validated";
    }

    @Override
    public String remedy() {
        return "VALIDATE it in a migration that follows.";
    }

    @Override
    public boolean ofUndoToo() {
        return false;
    }

    @Override
    public Optional<String> guess(Action action, LintText script) {
        Matcher matcher = ADDS.matcher(action.words());
        return matcher.matches() && !validated.contains(StatementWords.key(matcher.group("name")))
                ? Optional.of("No migration validates " + matcher.group("name") + ".")
                : Optional.empty();
    }
}
