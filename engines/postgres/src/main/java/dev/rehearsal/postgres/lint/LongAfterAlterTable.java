package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may take long after an ALTER TABLE; changes of rows have a rule of their own. */
final class LongAfterAlterTable extends AfterAlterTable {
    private static final Pattern LONG = Pattern.compile("(?i)(?:INSERT INTO .*\\bSELECT\\b|CREATE (?:UNLOGGED )?TABLE "
            + StatementWords.NAME + " AS\\b|(?:CREATE|REFRESH) MATERIALIZED VIEW\\b|COPY\\b|CALL\\b).*");

    @Override
    public String rule() {
        return "statements-after-exclusive-lock";
    }

    @Override
    public String remedy() {
        return "Let the ALTER TABLE come last, or in a script of its own.";
    }

    @Override
    Optional<String> guess(Action action, Stream<String> alteredBefore, LintText script) {
        return LONG.matcher(action.words()).matches()
                ? alteredBefore.findFirst().map(table -> table + " would stay locked while this runs.")
                : Optional.empty();
    }
}
