package dev.rehearsal.rule;

import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.FailedUps;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import java.util.List;

final class UpFailed implements Rule {
    private static final PhaseFacts NOTHING_SEEN = new PhaseFacts(0, List.of(), null, null, false, List.of());

    private static final String TOGETHER =
            "Alone the up succeeds, but deployed together with the versions before it, in one run, it fails: ";
    private static final String TOGETHER_REMEDY =
            "Look for what a version before it leaves in the session: a temporary table, a setting or a lock; and take"
                    + " it away there.";

    @Override
    public String id() {
        return "up-failed";
    }

    @Override
    public String reason() {
        return "A migration that fails on production-like data would stop the deployment.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        FailedUps failed = facts.failedUps();
        if (failed != null) {
            PhaseResult up = failed.phase();
            Finding finding = Wording.failure(this, "The up failed: ", remedy(up) + assume(failed), up, facts);
            String message =
                    "%s. %s%s".formatted(finding.message().replaceAll("\\.$", ""), failed.rows(), failed.words());
            return List.of(finding.as(finding.severity(), message));
        }
        if (facts.deployedTogether() != null
                && facts.phase(Phase.UP).filter(up -> up.failure() == null).isPresent()) {
            PhaseResult up = new PhaseResult(Phase.UP, NOTHING_SEEN, facts.deployedTogether());
            return List.of(Wording.failure(this, TOGETHER, TOGETHER_REMEDY, up, facts));
        }
        return facts.phase(Phase.UP)
                .filter(phase -> phase.failure() != null)
                .map(phase -> List.of(Wording.failure(this, "The up failed: ", remedy(phase), phase, facts)))
                .orElse(List.of());
    }

    /** Where rows stood in the way, what tells whether production has such rows comes first. */
    private static String remedy(PhaseResult phase) {
        RunFailure failure = phase.failure();
        String question = failure == null ? null : failure.fault().question();
        return question == null ? advice(phase) : question + "\n-- " + advice(phase);
    }

    /** A line to paste, where the rows were ours and production may have none like them. */
    private static String assume(FailedUps failed) {
        return failed.assumption() == null
                ? ""
                : "\n-- If production has none, say so in the script, and why; rows of ours are then made like that:\n"
                        + "-- rehearsal: assume " + failed.assumption() + " — <how it was checked>";
    }

    private static String advice(PhaseResult phase) {
        RunFailure failure = phase.failure();
        if (phase.facts().timedOut()) {
            return "The statement did not end within rehearsal.statementTimeout and was cancelled: find out what it waits"
                    + " for or computes, split it into batches, or raise the timeout.";
        }
        return switch (failure == null ? Fault.Kind.OTHER : failure.kind()) {
            case SYNTAX -> "Correct the syntax at the line named above.";
            case DUPLICATE_ROWS ->
                "The data hold duplicates, as production's may: remove them in an earlier step of the migration"
                        + " and say which row wins, or declare the column's values in the volume profile if they are unique by nature."
                        + " Where the migration inserts rows of a table that holds what migrations insert and nothing else,"
                        + " name it in the volume file: `currencies: own`.";
            case MISSING_VALUES ->
                "The data hold NULLs, as production's may: fill them before the constraint is added, or set"
                        + " `nulls: 0` for the column in the volume profile if there can be none.";
            case UNMET_CHECK, MISSING_PARENTS ->
                "The data hold rows that the constraint rejects, as production's may: correct them"
                        + " before the constraint is added, or describe the column's values in the volume profile.";
            case DATABASE_MISSING ->
                "The script calls its database by its name in production, and a rehearsal's has another: set databaseName to"
                        + " that name, or let the script ask the server for the name of its database.";
            case UNFIT_VALUE ->
                "The data hold values that the statement cannot take, as production's may: correct them in an earlier script, or"
                        + " describe the column's values in the volume profile.";
            case OBJECT_MISSING ->
                "Correct the name; or, if an administrator makes it in production before the first migration, name the script"
                        + " that does so in rehearsal.beforehand.";
            case LOCK_NOT_AVAILABLE -> "The lock was not granted in time: retry with a back-off, in a quiet moment.";
            default -> "Correct the statement named above; the database's own words say why it was refused.";
        };
    }
}
