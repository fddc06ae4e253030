package dev.rehearsal.rule;

import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;

/**
 * How large a table is, and by which count: production's where the volume profile gives it, else the stage's. It decides
 * how much an unsafe statement on the table matters.
 *
 * @param table its name at the stage; empty if the migration itself made it
 * @param rows how many rows
 * @param production whether that is production's count
 */
record Scale(String table, long rows, boolean production) {
    /** A table that the migration itself has made: no one else uses it yet. */
    static final Scale NEW = new Scale("", 0, false);

    private static final long WARN_FROM = 10_000;
    private static final long ERROR_FROM = 10_000_000;

    static Scale of(TableFacts facts) {
        Long production = facts.productionRows();
        return production == null
                ? new Scale(facts.table(), facts.rows(), false)
                : new Scale(facts.table(), production, true);
    }

    boolean existed() {
        return !table.isEmpty();
    }

    Severity severity() {
        if (rows < WARN_FROM) {
            return Severity.NOTE;
        }
        return rows < ERROR_FROM ? Severity.WARNING : Severity.ERROR;
    }

    /** {@return the severity, but never worse than a warning} */
    Severity warning() {
        return rows < WARN_FROM ? Severity.NOTE : Severity.WARNING;
    }

    /** {@return the number that decided, as a sentence} */
    String sentence() {
        if (!existed()) {
            return "The table is new.";
        }
        return table + " has " + Findings.count(rows, "row") + (production ? " in production." : " at the stage.");
    }
}
