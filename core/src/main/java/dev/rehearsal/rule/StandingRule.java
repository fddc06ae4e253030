package dev.rehearsal.rule;

import dev.rehearsal.result.Severity;

/**
 * A rule about what is there from now on, however short the way to it was: what it cost is not the point, and a table
 * that the migration itself has made counts as well, where a rule does not say otherwise.
 */
public abstract class StandingRule extends ShapeRule {
    @Override
    protected String cost(Change change) {
        return "";
    }

    @Override
    protected Severity weigh(Change change) {
        return severity();
    }

    @Override
    protected boolean concerns(Change change) {
        return true;
    }
}
