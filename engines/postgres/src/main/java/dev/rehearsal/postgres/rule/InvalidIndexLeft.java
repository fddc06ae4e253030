package dev.rehearsal.postgres.rule;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.LeftBehind;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;
import dev.rehearsal.rule.Wording;
import java.util.List;
import java.util.stream.Stream;

final class InvalidIndexLeft extends ShapeRule {
    @Override
    public String id() {
        return "invalid-index-left";
    }

    @Override
    public String reason() {
        return "An index that is not valid costs every write and serves no query.";
    }

    @Override
    public String remedy() {
        return "Drop it and build it again.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        Stream<Finding> failed = facts.allPhases().stream().flatMap(result -> left(result, facts));
        return Stream.concat(super.judge(facts, budgets).stream(), failed).toList();
    }

    /** An index that could not be built to its end stays, and so does one that could not be dropped to its end. */
    private Stream<Finding> left(PhaseResult result, MigrationFacts facts) {
        LeftBehind left = result.left();
        RunFailure failure = result.failure();
        if (left == null || failure == null) {
            return Stream.empty();
        }
        String script =
                failure.script() == null ? Wording.scriptOf(result.phase(), facts.migration()) : failure.script();
        return left.invalidIndexes().stream()
                .map(one -> new Finding(
                                id(),
                                severity(),
                                "Index " + one.index() + " on " + one.table() + " is left invalid by the "
                                        + result.phase().id()
                                        + " that failed: every write keeps it up to date, and no query will use it.",
                                "DROP INDEX CONCURRENTLY " + one.index()
                                        + ";\n-- then remove what it failed on, and run the migration again",
                                script,
                                failure.line())
                        .on(one.table().toString()));
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.INDEX_CREATED, Trait.INVALID)
                && !change.thenAlso(Kind.INDEX_DROPPED)
                && !change.thenAlso(Kind.INDEX_VALIDATED);
    }

    @Override
    protected String seen(Change change) {
        return "Index " + change.name() + " on " + change.table() + " is left invalid: no query will use it.";
    }

    @Override
    protected String recipe(Change change) {
        return "DROP INDEX " + change.sibling(change.name()) + ";\n" + change.after() + ";\n"
                + "-- an index on a partitioned table becomes valid when an index of each partition is attached to it,"
                + "\n-- with ALTER INDEX " + change.sibling(change.name()) + " ATTACH PARTITION";
    }

    @Override
    protected String cost(Change change) {
        return "";
    }

    @Override
    protected Severity weigh(Change change) {
        return change.scale().warning();
    }
}
