package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import java.util.List;
import java.util.stream.Stream;

final class NotMeasured implements Rule {
    static final String ID = "not-measured";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String reason() {
        return "A thing that could not be measured has not passed.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        Stream<String> inPhases = facts.phases().stream()
                .flatMap(phase -> phase.facts().notMeasured().stream()
                        .map(why -> phase.phase().id() + ": " + why));
        return Stream.of(facts.notMeasured().stream(), inPhases, UnwatchedTables.of(facts, budgets).stream())
                .flatMap(reasons -> reasons)
                .map(why -> Findings.of(this, facts.migration(), why, "Remove what stands in the way of measuring it."))
                .toList();
    }
}
