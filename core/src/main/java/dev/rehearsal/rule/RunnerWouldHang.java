package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import java.util.List;

final class RunnerWouldHang implements Rule {
    @Override
    public String id() {
        return "runner-would-hang";
    }

    @Override
    public String reason() {
        return "With the project's own configuration the runner would wait for itself in production.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        if (facts.hangs() == null) {
            return List.of();
        }
        return List.of(Wording.of(
                this,
                facts.migration(),
                facts.hangs(),
                facts.migration().words().withoutSelfWait()
                        + " The rehearsal went on without that lock to measure the rest."));
    }
}
