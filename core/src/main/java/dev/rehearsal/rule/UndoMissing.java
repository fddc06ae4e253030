package dev.rehearsal.rule;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import java.util.List;

final class UndoMissing implements Rule {
    static final String ID = "undo-missing";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String reason() {
        return "Without an undo script there is no rehearsed way back.";
    }

    @Override
    public String exception() {
        return Directive.IRREVERSIBLE;
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        Migration migration = facts.migration();
        if (!budgets.waysBack().ofEach() || !lacks(migration)) {
            return List.of();
        }
        String remedy = "Add " + migration.words().aWayBack() + " for " + migration.called()
                + " beside it, or declare in the script why" + " there is none: -- rehearsal: " + exception()
                + " — <reason>";
        return List.of(Wording.of(
                this,
                migration,
                "There is no " + migration.words().wayBack() + " for " + migration.called() + ".",
                remedy));
    }

    /** {@return whether there should be one, and is none} */
    static boolean lacks(Migration migration) {
        return !migration.wayBack().exists()
                && migration.kind() != Migration.Kind.BASELINE
                && !migration.repeatable()
                && !declaredIrreversible(migration);
    }

    private static boolean declaredIrreversible(Migration migration) {
        return Directive.of(migration).stream().anyMatch(d -> d.rule().equals(Directive.IRREVERSIBLE));
    }
}
