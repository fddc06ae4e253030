package dev.rehearsal.rule;

import dev.rehearsal.result.Effect;
import dev.rehearsal.result.StatementFacts;
import org.jspecify.annotations.Nullable;

/**
 * What an engine knows of safer ways, told by the rules of outcomes: those that see that a lock was held too long, or that
 * a migration could not go on, whatever its SQL was. Stateless; safe for use by several threads.
 */
public interface Recipes {
    /**
     * {@return how else a change can be made, so that others wait less, a sentence; null if nothing is known}
     *
     * @param kind of the change
     */
    @Nullable
    String saferWay(Effect.Kind kind);

    /**
     * {@return how the very statement that wrote a table anew is made harmless, as SQL; null if the general way is the best}
     *
     * @param statement which
     * @param table its table
     */
    default @Nullable String rewritten(StatementFacts statement, String table) {
        return null;
    }

    /** {@return what helps in general against a lock that is held too long, a sentence} */
    String saferInGeneral();

    /**
     * {@return how a script that waited too long for its lock gives up instead, a sentence}
     *
     * @param timeoutMs when it should
     */
    String giveUp(long timeoutMs);

    /**
     * {@return how a script gives up sooner than it does, a sentence}
     *
     * @param timeoutMs when it should
     */
    String giveUpSooner(long timeoutMs);

    /**
     * {@return how the rest of a script that gave up half way is run again, as SQL}
     *
     * @param sql the statement that gave up; null if it is not known
     * @param timeoutMs when it should give up
     */
    String tryAgain(@Nullable String sql, long timeoutMs);

    /** {@return how a constraint is added that only new rows must meet: {@code add the old constraint …}} */
    String oldConstraintForNewRows();

    /** {@return how a sequence is set ahead of the numbers in use: {@code set it ahead of its column …}} */
    String sequenceAhead();

    /** {@return how a script is written so that it can be run again after it was interrupted, a sentence} */
    String repeatable();
}
