package dev.rehearsal;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Deployment;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.scenario.DeploymentRehearsal;
import dev.rehearsal.scenario.ScenarioName;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.schema.SchemaDifference;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How several versions fare in one run, as a deployment applies them, held against how each fares alone. */
final class DeployedTogether {
    private static final int SHOWN = 3;
    private final RehearsalOptions options;
    private final Progress progress;
    private @Nullable DeploymentRehearsal deployment;
    private List<Migration> migrations = List.of();
    private boolean left;
    private @Nullable String leftOut;
    private @Nullable Throwable thrown;

    DeployedTogether(RehearsalOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Before the first of several is rehearsed, all of them are applied to a copy of its stage. */
    void before(List<Migration> selected, Stage stage) throws SQLException {
        leftOut = selected.size() > 1 ? options.chosen().leftOut(ScenarioName.DEPLOYMENT) : null;
        if (leftOut == null && migrations.isEmpty() && selected.size() > 1) {
            migrations = List.copyOf(selected);
            progress.report("Deploying all " + selected.size() + " in one run");
            try {
                deployment =
                        DeploymentRehearsal.of(options.runner().fresh(), selected, stage, options.statementTimeout());
                left = deployment == null;
            } catch (RuntimeException | Error e) {
                thrown = e; // code of the project's own, which will tell it once more when its version is rehearsed
            }
        }
    }

    /** {@return what was seen of it; null if there were not several} */
    @Nullable
    Deployment seen() {
        return deployment == null ? null : deployment.seen();
    }

    /** {@return a migration's facts, and why it failed in one run with those before it} */
    MigrationFacts told(MigrationFacts facts) {
        return deployment == null ? facts : facts.deployedTogether(deployment.failureOf(facts.migration()));
    }

    /** {@return the finding if they lead to another schema than one by one, fail outside any version, or were not run} */
    Optional<Finding> differently() {
        DeploymentRehearsal all = deployment;
        if (leftOut != null) {
            return Optional.of(NotRehearsed.leftOut(leftOut));
        }
        if (left) {
            return Optional.of(NotRehearsed.deployment());
        }
        if (thrown != null) {
            return Optional.of(NotRehearsed.togetherOnly(new RunFailure(thrown.toString(), null, null, null, 0, null)));
        }
        RunFailure failure = all == null ? null : all.seen().failure();
        if (all != null && failure != null && all.failedAlone() == null && !isOfAVersion(failure)) {
            return Optional.of(NotRehearsed.togetherOnly(failure));
        }
        List<SchemaDifference> differences = all == null ? List.of() : all.differences();
        if (all == null || differences.isEmpty()) {
            return Optional.empty();
        }
        String shown = differences.stream()
                .limit(SHOWN)
                .map(difference -> difference.object() + " is "
                        + difference.change().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        int more = differences.size() - SHOWN;
        return Optional.of(new Finding(
                "deployment-differs",
                Severity.ERROR,
                "Deployed together, in one run, " + String.join(", ", all.seen().versions())
                        + " lead to another schema than one by one: " + shown
                        + (more > 0 ? ", and " + more + " more" : "") + ".",
                "Look for what one version leaves in its session, such as a setting, and reset it there.",
                null,
                0));
    }

    /** {@return whether a version tells of it: else it failed in a callback, or in what the runner does itself} */
    private boolean isOfAVersion(RunFailure failure) {
        return migrations.stream()
                .anyMatch(migration -> migration.script().name().equals(failure.script()));
    }
}
