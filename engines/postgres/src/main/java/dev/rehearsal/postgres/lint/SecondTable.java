package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A second table altered in the transaction that has altered another one; only the first second is told. */
final class SecondTable extends AfterAlterTable {
    @Override
    public String rule() {
        return "several-tables-locked";
    }

    @Override
    public String remedy() {
        return "Change one table in each transaction.";
    }

    @Override
    Optional<String> guess(Action action, Stream<String> alteredBefore, LintText script) {
        return altered(action, script).flatMap(table -> {
            List<String> before =
                    alteredBefore.map(StatementWords::key).distinct().limit(2).toList();
            return before.size() == 1 && !before.get(0).equals(StatementWords.key(table))
                    ? Optional.of(before.get(0) + " would stay locked while " + table + " is waited for.")
                    : Optional.empty();
        });
    }
}
