package dev.rehearsal.rule;

import dev.rehearsal.result.Severities;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;

/**
 * How large a table is, and by which count: production's where the volume profile gives it, else the stage's. It decides
 * how much an unsafe statement on the table matters.
 *
 * @param table its name at the stage; empty if the migration itself made it
 * @param rows how many rows
 * @param production whether that is production's count
 * @param severities how much the project says that rows weigh
 */
public record TableScale(String table, long rows, boolean production, Severities severities) {
    /** A table that the migration itself has made: no one else uses it yet. */
    public static final TableScale NEW = new TableScale("", 0, false, Severities.DEFAULT);

    static TableScale of(TableFacts facts, Severities severities) {
        Long production = facts.productionRows();
        return production == null
                ? new TableScale(facts.table(), facts.rows(), false, severities)
                : new TableScale(facts.table(), production, true, severities);
    }

    /** {@return whether it was there before the migration} */
    public boolean existed() {
        return !table.isEmpty();
    }

    /** {@return how much an unsafe statement on it matters} */
    public Severity severity() {
        return severities.of(rows);
    }

    /** {@return the severity, but never worse than a warning} */
    public Severity warning() {
        return severity() == Severity.ERROR ? Severity.WARNING : severity();
    }

    /** {@return the number that decided, as a sentence} */
    public String sentence() {
        if (!existed()) {
            return "The table is new.";
        }
        return table + " has " + Wording.count(rows, "row") + (production ? " in production." : " in this run.");
    }
}
