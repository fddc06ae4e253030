package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;

/** A rule about single changes that the up was seen to make. Changes to tables that it made itself never count. */
abstract class ShapeRule implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return SeenChanges.of(facts, budgets.severities()).all().stream()
                .filter(change -> concerns(change) && applies(change))
                .map(this::finding)
                .distinct()
                .toList();
    }

    /** {@return whether the rule speaks of such a table at all} */
    boolean concerns(Change change) {
        return change.scale().existed() && change.scale().rows() > 0;
    }

    abstract boolean applies(Change change);

    /** {@return what was seen, a sentence} */
    abstract String seen(Change change);

    /** {@return the safe way for this very table and column, as SQL} */
    abstract String recipe(Change change);

    /** {@return what it cost others, a sentence; empty where that is not the point} */
    String cost(Change change) {
        return change.held() + " ";
    }

    /** {@return how large its table is, a sentence; empty where it has none} */
    String size(Change change) {
        return change.scale().sentence();
    }

    Severity weigh(Change change) {
        return change.scale().severity();
    }

    private Finding finding(Change change) {
        String message = (seen(change) + " " + cost(change) + size(change)).strip();
        return new Finding(
                        id(),
                        weigh(change),
                        message,
                        recipe(change),
                        change.statement().script(),
                        change.statement().line())
                .on(change.table());
    }
}
