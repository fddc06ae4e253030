package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.Optional;
import java.util.stream.Stream;

/** VALIDATE CONSTRAINT in the transaction that has altered the table. */
final class ValidationUnderLock extends AfterAlterTable {
    @Override
    public String rule() {
        return "constraint-validated-inline";
    }

    @Override
    public String remedy() {
        return "VALIDATE it in a later migration, or outside a transaction.";
    }

    @Override
    Optional<String> guess(Action action, Stream<String> alteredBefore, LintText script) {
        return UnvalidatedConstraint.validates(action)
                .flatMap(name -> altered(action, script))
                .filter(table -> alteredBefore.anyMatch(
                        other -> StatementWords.key(other).equals(StatementWords.key(table))))
                .map(table -> "Every row of " + table + " would be checked under the lock of an earlier ALTER TABLE.");
    }
}
