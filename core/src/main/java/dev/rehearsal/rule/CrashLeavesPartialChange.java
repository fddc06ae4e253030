package dev.rehearsal.rule;

import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was committed when the runner died: a note where running the migration again completes it. */
final class CrashLeavesPartialChange implements Rule {
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "crash-leaves-partial-change";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "A session, a runner or a server can die at any moment; what the migration has committed by then stays, and"
                + " the application meets it. A note where running the migration again completes it.";
    }

    @Override
    public String remedy() {
        return "Put what belongs together into one transaction; what cannot be in one must be harmless when it is half"
                + " done.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        CrashCheck check = facts.crash();
        List<CrashRun> partial = check == null
                ? List.of()
                : check.runs().stream()
                        .filter(run -> run.partial() && run.point().when() != When.AFTER_COMMIT)
                        .toList();
        if (check == null || partial.isEmpty()) {
            return List.of();
        }
        boolean harmless = partial.stream().allMatch(CrashRun::recovered);
        String message =
                "Killed at %s, the up left a part of itself at %d of them, of which its history does not know. %s%s"
                        .formatted(
                                Wording.count(check.runs().size(), "moment"),
                                partial.size(),
                                partial.stream()
                                        .limit(NAMED)
                                        .map(CrashLeavesPartialChange::describe)
                                        .collect(Collectors.joining(" ")),
                                partial.size() > NAMED ? " And " + (partial.size() - NAMED) + " more." : "");
        String end = harmless
                ? " Run again, it was completed each time."
                : " Run again, it is not completed each time: see rerun-fails-after-crash.";
        CrashRun first = partial.get(0);
        return List.of(new Finding(
                id(),
                harmless ? Severity.NOTE : severity(),
                message + end,
                remedy(),
                first.point().script(),
                first.point().line()));
    }

    private static String describe(CrashRun run) {
        String schema = run.schemaLeft().isEmpty() ? "" : SchemaNotRestored.describe(run.schemaLeft());
        Stream<String> data = run.dataLeft().stream().limit(NAMED).map(DataNotRestored::what);
        String what = Stream.concat(Stream.of(schema), data)
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, text.length() - 1))
                .collect(Collectors.joining("; "));
        return Wording.capital(run.point().place()) + ": " + what + ".";
    }
}
