package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

final class ConstraintRejectsExistingRows implements Rule {
    @Override
    public String id() {
        return "constraint-rejects-existing-rows";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "Rows that are there already do not meet the new constraint, as production's may not.";
    }

    @Override
    public String remedy() {
        return "Find the rows and settle them first.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return facts.phase(Phase.UP).stream()
                .flatMap(phase -> Stream.ofNullable(phase.failure())
                        .filter(failure -> failure.kind().rejectsRows())
                        .map(failure -> failure.fault().question())
                        .filter(Objects::nonNull)
                        .map(question -> Wording.failure(
                                this, "Rows that exist do not meet the constraint: ", question, phase, facts)))
                .toList();
    }
}
