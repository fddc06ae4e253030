package dev.rehearsal.rule;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.LockQueueRun;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Optional;

final class LockQueued implements Rule {
    private static final double WAITED = 20;

    private final Recipes recipes;

    LockQueued(Recipes recipes) {
        this.recipes = recipes;
    }

    @Override
    public String id() {
        return "lock-queue";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "A migration that waits for its lock makes everyone wait who comes after it, however short it is itself.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        LockQueueCheck check = facts.lockQueue();
        return check == null
                ? List.of()
                : check.runs().stream()
                        .flatMap(run ->
                                describe(run, budgets).map(message -> finding(run, message, facts, budgets)).stream())
                        .toList();
    }

    private static Optional<String> describe(LockQueueRun run, Budgets budgets) {
        String begin = "%s, started behind a transaction that had read %s and went on for %s, "
                .formatted(run.phase().id(), String.join(", ", run.tables()), Wording.millis(run.holdMs()));
        return switch (run.outcome()) {
            case FAILED ->
                Optional.of(begin + "failed: "
                        + (run.failure() == null ? "" : run.failure().message()));
            case GAVE_UP ->
                Boolean.FALSE.equals(run.untouched())
                        ? Optional.of(begin + "gave up and left the schema changed half way.")
                        : tooLong(run, budgets)
                                .map(stall -> begin + "gave up after " + Wording.millis(run.waitedMs())
                                        + "; until then others waited up to " + stall);
            case WENT_THROUGH ->
                tooLong(run, budgets)
                        .map(stall -> begin + "waited " + Wording.millis(run.waitedMs())
                                + " for its lock, and others waited behind it up to " + stall);
        };
    }

    private static Optional<String> tooLong(LockQueueRun run, Budgets budgets) {
        double limit = budgets.stall().toNanos() / 1e6;
        Double worst = run.worstStallMs();
        return worst == null || worst <= limit || run.waitedMs() < WAITED
                ? Optional.empty()
                : Optional.of(Wording.millis(worst) + " (budget " + Wording.millis(limit) + ").");
    }

    private Finding finding(LockQueueRun run, String message, MigrationFacts facts, Budgets budgets) {
        boolean halfWay = Boolean.FALSE.equals(run.untouched());
        String again = halfWay
                ? Boolean.TRUE.equals(run.retried())
                        ? " Run again, it went through."
                        : " Run again as it was, it did not go through."
                : "";
        int line = halfWay && run.failure() != null ? run.failure().line() : 0;
        return new Finding(
                id(),
                severity(),
                message + again,
                remedy(run, budgets.stall().toMillis() / 2),
                Wording.scriptOf(run.phase(), facts.migration()),
                line);
    }

    /** Whoever gave up limits how long it waits; whoever was left half way has more than one transaction. */
    private String remedy(LockQueueRun run, long timeoutMs) {
        if (Boolean.FALSE.equals(run.untouched())) {
            RunFailure failure = run.failure();
            return recipes.tryAgain(failure == null ? null : failure.sql(), timeoutMs);
        }
        return run.outcome() == LockQueueRun.Outcome.GAVE_UP
                ? recipes.giveUpSooner(timeoutMs)
                : recipes.giveUp(timeoutMs);
    }
}
