package dev.rehearsal.rule;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.LeftBehind;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an up or an undo that failed had committed by then. */
final class FailureLeavesPartialChange implements Rule {
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "failure-leaves-partial-change";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "What a migration had committed when it failed stays: the application meets it, and so does whoever runs the"
                + " migration again.";
    }

    @Override
    public String remedy() {
        return "Put what belongs together into one transaction. Where that cannot be, write each statement so that it can be"
                + " run again, and take back by hand what is left before you do.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return facts.allPhases().stream()
                .filter(result -> result.left() != null && result.left().anything())
                .map(result -> finding(result, facts))
                .toList();
    }

    private Finding finding(PhaseResult result, MigrationFacts facts) {
        LeftBehind left = Objects.requireNonNull(result.left());
        RunFailure failure = Objects.requireNonNull(result.failure());
        String script =
                failure.script() == null ? Wording.scriptOf(result.phase(), facts.migration()) : failure.script();
        boolean undo = result.phase() == Phase.DOWN || result.phase() == Phase.DOWN_AFTER_USE;
        String message = (undo ? "The " + facts.migration().words().undo() : "The up")
                + " failed, and what it had committed by then stays: " + describe(left) + ".";
        return new Finding(id(), severity(), message, remedy(), script, failure.line());
    }

    private static String describe(LeftBehind left) {
        Stream<String> schema =
                left.schema().isEmpty() ? Stream.empty() : Stream.of(SchemaNotRestored.describe(left.schema()));
        Stream<String> data = left.data() == null
                ? Stream.empty()
                : left.data().stream().limit(NAMED).map(DataNotRestored::what);
        return Stream.concat(schema, data)
                .map(text -> text.substring(0, text.length() - 1))
                .collect(Collectors.joining("; "));
    }
}
