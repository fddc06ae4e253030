package dev.rehearsal.rule;

import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Deadlock;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import java.util.List;

/** The migration and the application take the same locks in another order. */
final class ApplicationDeadlocks implements Rule {
    @Override
    public String id() {
        return "application-deadlocks";
    }

    @Override
    public String reason() {
        return "When the migration and a statement of the application each hold what the other waits for, the server ends one"
                + " of the two, and it may be either.";
    }

    @Override
    public String remedy() {
        return "Change one table in each transaction; or take all locks at once and first, in the order in which the"
                + " application takes them.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        ApplicationCheck check = facts.application();
        return check == null
                ? List.of()
                : check.deadlocks().stream()
                        .map(deadlock -> finding(deadlock, facts))
                        .toList();
    }

    private Finding finding(Deadlock deadlock, MigrationFacts facts) {
        String place = deadlock.migrationPlace();
        String code = deadlock.code() == null ? "" : " (SQLSTATE " + deadlock.code() + ")";
        String message = "Deadlock" + code + ": during the "
                + deadlock.phase().id() + ", " + (place == null ? "the migration" : place) + " and "
                + (deadlock.place() == null ? "a statement of the application" : deadlock.place())
                + " wait for each other.";
        String sql = deadlock.sql() == null ? "" : "\n" + deadlock.sql();
        return new Finding(
                id(),
                severity(),
                message + sql,
                remedy(),
                deadlock.migration() == null
                        ? Wording.scriptOf(deadlock.phase(), facts.migration())
                        : deadlock.migration().script(),
                deadlock.migration() == null ? 0 : deadlock.migration().line());
    }
}
