package dev.rehearsal.rule;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import java.util.List;

/** Speaks only where the project asks for tests. */
final class MigrationWithoutTest implements Rule {
    @Override
    public String id() {
        return "migration-without-test";
    }

    @Override
    public String reason() {
        return "The project requires a test of each migration (`requireTests`): a rehearsal shows that a migration does"
                + " no harm, not that it does what it is for.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        if (!Boolean.FALSE.equals(facts.tested())) {
            return List.of();
        }
        Migration migration = facts.migration();
        String message = "No @MigrationTest tests version " + migration.version() + ".";
        String remedy = "Write one, @MigrationTest(\"" + migration.version()
                + "\"), as docs/guide/junit.md shows. Tests that are @Disabled do not count, and the tests must be"
                + " compiled when the rehearsal runs.";
        return List.of(Wording.of(this, migration, message, remedy));
    }
}
