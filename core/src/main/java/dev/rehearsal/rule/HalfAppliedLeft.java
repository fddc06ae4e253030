package dev.rehearsal.rule;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.HalfAppliedCheck;
import dev.rehearsal.result.HalfAppliedRun;
import dev.rehearsal.result.HandPath;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stays of an up that fails in its middle, where running it again does not complete it. */
final class HalfAppliedLeft implements Rule {
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "half-applied";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "Where the server commits each definition by itself, a migration that fails in its middle stays half applied;"
                + " where it cannot be run again, somebody has to finish it, or take it back, by hand.";
    }

    @Override
    public String remedy() {
        return "Make a migration of each definition, so that none has a middle; or write each statement so that it can be run"
                + " again: IF EXISTS and IF NOT EXISTS.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        HalfAppliedCheck check = facts.halfApplied();
        return check == null
                ? List.of()
                : check.runs().stream()
                        .filter(run -> !run.completed())
                        .map(this::finding)
                        .toList();
    }

    private Finding finding(HalfAppliedRun run) {
        String message = "Where the up fails at line " + run.point().line() + ", this stays: " + left(run) + ". "
                + again(run) + forward(run.forward()) + back(run.back());
        return new Finding(
                id(),
                severity(),
                message.strip(),
                remedy(),
                run.point().script(),
                run.point().line());
    }

    private static String left(HalfAppliedRun run) {
        Stream<String> schema = run.left().schema().isEmpty()
                ? Stream.empty()
                : Stream.of(SchemaNotRestored.describe(run.left().schema()));
        Stream<String> data = run.left().data() == null
                ? Stream.empty()
                : run.left().data().stream().limit(NAMED).map(DataNotRestored::what);
        return Stream.concat(schema, data)
                .map(text -> text.substring(0, text.length() - 1))
                .collect(Collectors.joining("; "));
    }

    private static String again(HalfAppliedRun run) {
        RunFailure failure = run.failure();
        String repaired = run.repaired() ? "Its history repaired and run again, it " : "Run again, it ";
        if (failure == null) {
            return repaired + "ends with another schema or other data than undisturbed. ";
        }
        String place = failure.line() == 0 ? "" : " at line " + failure.line();
        return repaired + "fails" + place + ": " + failure.message() + ". ";
    }

    private static String forward(@Nullable HandPath path) {
        return path == null ? "" : path("To finish it by hand, run ", path);
    }

    private static String back(@Nullable HandPath path) {
        return path == null
                ? "There is no way back whose statements could be tried. "
                : path("To take it back by hand, run ", path);
    }

    private static String path(String begin, HandPath path) {
        String refused = path.refused().isEmpty()
                ? ""
                : "; the server refuses " + lines(path.refused()) + ", which must be left out";
        String end = path.leadsThere()
                ? ""
                : "; even so it is not as it should be: compare it with the scripts and correct the rest yourself";
        return path.lines().isEmpty()
                ? "By hand, " + path.script() + " does not lead there: the server refuses all of it. "
                : begin + lines(path.lines()) + " of " + path.script() + refused + end + ". ";
    }

    private static String lines(List<Integer> lines) {
        return (lines.size() == 1 ? "line " : "lines ")
                + lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
