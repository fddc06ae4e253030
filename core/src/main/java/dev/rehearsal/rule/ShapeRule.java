package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;

/**
 * A rule about single changes that the up was seen to make: what an engine says of the shapes of its own SQL. Changes to
 * tables that the up made itself never count.
 */
public abstract class ShapeRule implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return SeenChanges.of(facts, budgets.severities()).all().stream()
                .filter(this::speaksOf)
                .map(this::finding)
                .distinct()
                .toList();
    }

    /**
     * {@return whether the rule has something to say of a change}
     *
     * @param change one of the up's
     */
    public final boolean speaksOf(Change change) {
        return concerns(change) && applies(change);
    }

    /**
     * {@return whether the rule speaks of such a table at all}
     *
     * @param change of the table
     */
    protected boolean concerns(Change change) {
        return change.scale().existed() && change.scale().rows() > 0;
    }

    /**
     * {@return whether it is what the rule warns of}
     *
     * @param change of a table that the rule speaks of
     */
    protected abstract boolean applies(Change change);

    /**
     * {@return what was seen, a sentence}
     *
     * @param change what the rule warns of
     */
    protected abstract String seen(Change change);

    /**
     * {@return the safe way for this very table and column, as SQL}
     *
     * @param change what the rule warns of
     */
    protected abstract String recipe(Change change);

    /**
     * {@return what it cost others, a sentence; empty where that is not the point}
     *
     * @param change what the rule warns of
     */
    protected String cost(Change change) {
        return change.held() + " ";
    }

    /**
     * {@return how large its table is, a sentence; empty where it has none}
     *
     * @param change what the rule warns of
     */
    protected String size(Change change) {
        return change.scale().sentence();
    }

    /**
     * {@return how much it matters}
     *
     * @param change what the rule warns of
     */
    protected Severity weigh(Change change) {
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
