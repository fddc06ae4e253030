package dev.rehearsal.rule;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One finding for each way in which running the migration again goes wrong. */
final class RerunFailsAfterCrash implements Rule {
    private static final int NAMED = 5;

    private final Recipes recipes;

    RerunFailsAfterCrash(Recipes recipes) {
        this.recipes = recipes;
    }

    @Override
    public String id() {
        return "rerun-fails-after-crash";
    }

    @Override
    public String reason() {
        return "After a crash the operator runs the migration again; where that fails, or ends with another schema or other"
                + " data, someone must repair a production database by hand.";
    }

    @Override
    public String remedy() {
        return recipes.repeatable();
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        CrashCheck check = facts.crash();
        Map<String, List<CrashRun>> ways = new LinkedHashMap<>();
        if (check != null) {
            check.runs().stream()
                    .filter(run -> !run.recovered())
                    .forEach(run -> ways.computeIfAbsent(
                                    committed(run, facts.migration()) + way(run), way -> new ArrayList<>())
                            .add(run));
        }
        return ways.values().stream()
                .map(runs -> finding(runs, facts.migration()))
                .toList();
    }

    private Finding finding(List<CrashRun> runs, Migration migration) {
        CrashRun first = runs.get(0);
        String places =
                runs.stream().limit(NAMED).map(run -> run.point().place()).collect(Collectors.joining(", "));
        String more = runs.size() > NAMED ? " and at " + (runs.size() - NAMED) + " more moments" : "";
        String repaired = first.repaired() ? " its history repaired and" : "";
        String message = "Killed " + places + more + "," + repaired + " run again, the up " + outcome(first);
        boolean unnoted = runs.stream().allMatch(run -> committed(run, migration));
        return new Finding(
                id(),
                unnoted ? Severity.NOTE : severity(),
                unnoted
                        ? message + " The runner commits its history after the migration: between the two it may die."
                        : message,
                unnoted ? migration.words().historyWithMigration() : remedy(),
                first.point().script(),
                first.point().line());
    }

    /** The migration was over, and only its history was not; where one message is the transaction, behind that message. */
    private static boolean committed(CrashRun run, Migration migration) {
        When when = run.point().when();
        return when == When.AFTER_COMMIT || (when == When.AFTER && migration.transactional() && run.repaired());
    }

    /** Wherever it was killed: how many rows differ is no other way. */
    private static String way(CrashRun run) {
        boolean onlyData = run.failure() == null
                && run.schemaAfterRerun() != null
                && run.schemaAfterRerun().isEmpty();
        return onlyData ? "" : outcome(run);
    }

    private static String outcome(CrashRun run) {
        RunFailure failure = run.failure();
        if (failure != null) {
            String state = failure.sqlState() == null ? "" : " (SQLSTATE " + failure.sqlState() + ")";
            String place = failure.script() == null || failure.line() == 0
                    ? ""
                    : " at " + failure.script() + ":" + failure.line();
            return "fails" + place + ": " + failure.message() + state + ".";
        }
        if (run.schemaAfterRerun() != null && !run.schemaAfterRerun().isEmpty()) {
            return "ends with another schema than undisturbed: " + SchemaNotRestored.describe(run.schemaAfterRerun());
        }
        return "ends with other data than undisturbed: "
                + (run.dataAfterRerun() == null
                        ? ""
                        : run.dataAfterRerun().stream()
                                .limit(NAMED)
                                .map(DataNotRestored::what)
                                .collect(Collectors.joining(" ")));
    }
}
