package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.Optional;

/** Takes a shape of text for a sign of what a rule would see happen. Stateless. */
interface GuessRule {
    /** {@return the id of the rule that a rehearsal would judge it by} */
    String rule();

    /** {@return what to do if it is so} */
    String remedy();

    /** {@return whether it also speaks of undo scripts} */
    default boolean ofUndoToo() {
        return true;
    }

    /**
     * {@return what the action would do, from its words; empty if they are no sign of it}
     *
     * @param action what is done
     * @param script where
     */
    Optional<String> guess(Action action, LintText script);
}
