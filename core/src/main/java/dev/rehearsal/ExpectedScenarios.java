package dev.rehearsal;

import dev.rehearsal.dialect.Capabilities.Feature;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.scenario.ScenarioName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was rehearsed against what the settings ask for. A scenario that is left out on purpose says so; one that says
 * nothing, or that found nothing to do where there was something, was not rehearsed.
 *
 * @param options what was asked for
 */
record ExpectedScenarios(RehearsalOptions options) {
    /** {@return the facts of a migration, and what is missing from them} */
    MigrationFacts complete(MigrationFacts facts) {
        List<String> missing = new ArrayList<>();
        if (succeeded(facts, Phase.UP)) {
            silent("the rollback after use", facts.afterUse(), missing);
            silent("the lock queue", facts.lockQueue(), missing);
            silent("crashes", facts.crash(), missing);
            silent("backfills", facts.backfill(), missing);
            if (!options.dialect().capabilities().can(Feature.ATOMIC_DDL)) {
                silent("the up that fails in its middle", facts.halfApplied(), missing);
            }
            if (!options.application().isEmpty()) {
                silent("the old application", facts.application(), missing);
            }
            unqueued(facts, missing);
            unused(facts, missing);
        }
        roundtrip(facts, missing);
        return missing.isEmpty() ? facts : facts.unmeasured(missing);
    }

    private static void silent(String scenario, @Nullable Object check, List<String> missing) {
        if (check == null) {
            missing.add(scenario + ": not rehearsed, and no reason is given, which is an error of Rehearsal");
        }
    }

    private void roundtrip(MigrationFacts facts, List<String> missing) {
        boolean undone = facts.migration().wayBack().exists();
        if (undone && succeeded(facts, Phase.UP) && facts.phase(Phase.DOWN).isEmpty()) {
            missing.add("the down: not rehearsed, and no reason is given, which is an error of Rehearsal");
        }
        if (undone && succeeded(facts, Phase.DOWN)) {
            silent("whether the down restores the schema", facts.schemaAfterDown(), missing);
            if (options.dialect().capabilities().without(Instrument.DATA).isEmpty()) {
                silent("whether the down restores the data", facts.dataAfterDown(), missing);
            }
            if (facts.phase(Phase.UP_AGAIN).isEmpty()) {
                missing.add("the second up: not rehearsed, and no reason is given, which is an error of Rehearsal");
            }
        }
        if (succeeded(facts, Phase.UP_AGAIN)) {
            silent("whether the second up gives the same schema", facts.schemaAfterUpAgain(), missing);
        }
    }

    private void unqueued(MigrationFacts facts, List<String> missing) {
        LockQueueCheck queue = facts.lockQueue();
        Set<String> locked = locked(facts, lock -> lock.mode().blocksReads());
        boolean due = !options.lockQueueHold().isZero() && options.chosen().leftOut(ScenarioName.LOCK_QUEUE) == null;
        if (due && queue != null && queue.runs().isEmpty() && !locked.isEmpty()) {
            missing.add("the lock queue: not rehearsed (" + queue.skipped() + "), though the up locks " + locked
                    + " against readers");
        }
    }

    private static void unused(MigrationFacts facts, List<String> missing) {
        UseCheck use = facts.afterUse();
        if (use == null || use.skipped() != null || !use.written().isEmpty()) {
            return;
        }
        // What holds no row has none to copy or to change, and what can hold one alone takes no other.
        Set<String> left = Objects.requireNonNullElse(facts.tablesAfterUp(), List.<TableFacts>of()).stream()
                .filter(table -> table.rows() > 1)
                .map(TableFacts::table)
                .collect(Collectors.toSet());
        Set<String> locked = locked(facts, lock -> lock.mode().isOfWriting());
        locked.retainAll(left);
        if (!locked.isEmpty()) {
            missing.add("the rollback after use: nothing was written, though the up touches " + locked
                    + (use.notWritten().isEmpty() ? "" : ": " + use.notWritten().get(0)));
        }
    }

    /** {@return the tables of the stage that the first up has locked so} */
    private static Set<String> locked(MigrationFacts facts, Predicate<HeldLock> how) {
        Set<String> tables = facts.tables().stream().map(TableFacts::table).collect(Collectors.toSet());
        List<HeldLock> locks = facts.phase(Phase.UP)
                .map(PhaseResult::facts)
                .map(up -> up.locks())
                .orElse(List.of());
        return locks.stream()
                .filter(lock -> !lock.createdHere() && how.test(lock) && tables.contains(lock.relation()))
                .map(HeldLock::relation)
                .collect(Collectors.toSet());
    }

    /** What the runner has passed over has told so, and there is nothing of it to go on with. */
    private static boolean succeeded(MigrationFacts facts, Phase phase) {
        return facts.phase(phase)
                .filter(result -> result.failure() == null && !result.passedOver())
                .isPresent();
    }

    /** {@return that no statement of the application has worked anywhere, where there were tables for it; else nothing} */
    Optional<Finding> idle(List<MigrationResult> results) {
        List<ApplicationCheck> checks = results.stream()
                .map(MigrationResult::facts)
                .filter(facts -> facts.application() != null && !facts.tables().isEmpty())
                .map(facts -> Objects.requireNonNull(facts.application()))
                .toList();
        if (checks.isEmpty() || !checks.stream().allMatch(this::nothingWorked)) {
            return Optional.empty();
        }
        StatementCheck first = checks.get(checks.size() - 1).statements().get(0);
        String said = first.at(Moment.BEFORE_UP)
                .map(StatementRun::failure)
                .map(failure -> ": " + failure.message())
                .orElse("");
        return Optional.of(new Finding(
                "not-measured",
                Severity.ERROR,
                "The old application: none of its " + options.application().size()
                        + " statements worked at any version that was rehearsed, so that none can be seen to break; the first: "
                        + first.place() + said,
                "Correct them, or say in their files what their parameters stand for.",
                null,
                0));
    }

    private boolean nothingWorked(ApplicationCheck check) {
        return check.statements().size() == options.application().size()
                && check.statements().stream()
                        .flatMap(statement -> statement.runs().stream())
                        .allMatch(StatementRun::failed);
    }
}
