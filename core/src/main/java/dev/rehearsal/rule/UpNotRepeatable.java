package dev.rehearsal.rule;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.FailedUps;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import java.util.Optional;

final class UpNotRepeatable implements Rule {
    @Override
    public String id() {
        return "up-not-repeatable";
    }

    @Override
    public String reason() {
        return "After a rollback the corrected deployment applies the migration once more.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        String undo = facts.migration().words().undo();
        Optional<PhaseResult> again = facts.phase(Phase.UP_AGAIN);
        if (again.isPresent() && again.get().failure() != null) {
            return List.of(Wording.failure(
                    this,
                    "After the " + undo + ", the up failed the second time: ",
                    "Let the " + undo + " remove all that the up makes, types, functions and sequences too.",
                    again.get(),
                    facts));
        }
        Optional<PhaseResult> last = facts.phase(Phase.UP_FINAL);
        if (last.isPresent() && last.get().failure() != null && !asAtFirst(facts, last.get())) {
            return List.of(Wording.failure(
                    this,
                    "After use and a rollback, the up failed: ",
                    "Let the up cope with what the " + undo + " keeps of the data that the new version has written.",
                    last.get(),
                    facts));
        }
        SchemaCheck check = facts.schemaAfterUpAgain();
        if (check == null || check.differences().stream().allMatch(SchemaDifference::cosmetic)) {
            return List.of();
        }
        return List.of(Wording.of(
                this,
                facts.migration(),
                "The second up leaves another schema than the first: "
                        + SchemaNotRestored.describe(check.differences()),
                remedy(facts)));
    }

    /** {@return whether it failed on rows that were there in the first place; that is told already} */
    private static boolean asAtFirst(MigrationFacts facts, PhaseResult last) {
        FailedUps ups = facts.failedUps();
        RunFailure again = last.failure();
        return ups != null
                && again != null
                && ups.failures().stream()
                        .anyMatch(one -> one.kind() == again.kind()
                                && one.line() == again.line()
                                && one.fault().concerned().equals(again.fault().concerned()));
    }

    private static String remedy(MigrationFacts facts) {
        SchemaCheck down = facts.schemaAfterDown();
        String undo = facts.migration().words().undo();
        boolean unstable = down != null && down.identical();
        return unstable
                ? "The " + undo
                        + " restored the schema, so the up itself gives another result each time: take generated names,"
                        + " random values and the current time out of it."
                : "Let the " + undo + " restore the schema first; see schema-not-restored.";
    }
}
