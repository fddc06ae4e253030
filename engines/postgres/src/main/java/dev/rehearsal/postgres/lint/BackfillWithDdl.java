package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows changed in the transaction that also alters tables. */
final class BackfillWithDdl implements GuessRule {
    private static final Pattern CHANGES_ROWS =
            Pattern.compile("(?i)(?:UPDATE (?:ONLY )?|DELETE FROM (?:ONLY )?)(?<table>" + StatementWords.NAME + ").*");
    private static final Pattern ALTERS = Pattern.compile("(?i)ALTER TABLE .*");

    @Override
    public String rule() {
        return "backfill-in-ddl-transaction";
    }

    @Override
    public String remedy() {
        return "Change rows in a migration of their own, in batches.";
    }

    @Override
    public Optional<String> guess(Action action, LintText script) {
        Matcher matcher = CHANGES_ROWS.matcher(action.words());
        boolean altersBefore = script.actions().stream()
                .takeWhile(other -> other.line() < action.line())
                .anyMatch(other -> ALTERS.matcher(other.words()).matches());
        return matcher.matches() && altersBefore && script.transactional() && script.existed(matcher.group("table"))
                ? Optional.of("Rows of " + matcher.group("table")
                        + " would be changed while the locks of the ALTER TABLE before are held.")
                : Optional.empty();
    }
}
