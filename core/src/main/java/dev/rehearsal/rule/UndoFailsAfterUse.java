package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.Written;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class UndoFailsAfterUse implements Rule {
    private final Recipes recipes;

    UndoFailsAfterUse(Recipes recipes) {
        this.recipes = recipes;
    }

    @Override
    public String id() {
        return "undo-fails-after-use";
    }

    @Override
    public String reason() {
        return "A rollback is needed when the new version has already been in use, and written.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return facts.phase(Phase.DOWN_AFTER_USE)
                .filter(phase -> phase.failure() != null)
                .map(phase -> List.of(Wording.failure(
                        this,
                        "The " + facts.migration().words().undo()
                                + " works on an unused database, but failed after the application had written"
                                + written(facts.afterUse()) + ": ",
                        "Let the " + facts.migration().words().undo()
                                + " first bring what only the new schema allows into the old one's limits: move it"
                                + " aside, map it, or " + recipes.oldConstraintForNewRows() + ".",
                        phase,
                        facts)))
                .orElse(List.of());
    }

    private static String written(@Nullable UseCheck use) {
        if (use == null) {
            return "";
        }
        String all = use.written().stream()
                .filter(written -> written.kind() != Written.Kind.ROW && written.kind() != Written.Kind.CHANGED)
                .map(UndoFailsAfterUse::describe)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? " rows" : " " + all;
    }

    private static String describe(Written written) {
        String where = written.column() == null ? written.relation() : written.relation() + "." + written.column();
        return written.kind().words() + " into " + where;
    }
}
