package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;

/** Says what the facts of one migration mean in one respect. Stateless; safe for use by several threads. */
public interface Rule {
    /** {@return the id, as in reports and in the comments of scripts} */
    String id();

    /** {@return how much it matters when nothing else is said} */
    default Severity severity() {
        return Severity.ERROR;
    }

    /** {@return why it matters, one sentence} */
    String reason();

    /** {@return the safe way in general, one sentence; empty if it depends on what was seen} */
    default String remedy() {
        return "";
    }

    /** {@return what a script writes behind {@code -- rehearsal:} to claim an exception} */
    default String exception() {
        return "allow " + id();
    }

    /**
     * {@return what the rule has to say; empty if nothing}
     *
     * @param facts what was measured
     * @param budgets the limits
     */
    List<Finding> judge(MigrationFacts facts, Budgets budgets);
}
