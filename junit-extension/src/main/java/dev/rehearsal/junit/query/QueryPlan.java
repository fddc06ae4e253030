package dev.rehearsal.junit.query;

import dev.rehearsal.junit.query.Definitions.Index;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What the server would do for a query, were reading whole tables dear, as it is in production and not on the small
 * tables of a test.
 *
 * @param text the plan, as EXPLAIN shows it
 */
public record QueryPlan(String text) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * {@return the plan for a query, as soon as an index could be part of it: one that was made in the transaction that
     * changed its rows is not used before all transactions of that moment have ended, those of other tests too}
     *
     * @param questions where
     * @param query any query
     * @param index the index
     * @throws SQLException if it cannot be planned
     */
    public static QueryPlan of(DatabaseQueries questions, String query, Index index) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        QueryPlan plan = of(questions, query);
        while (!plan.uses(index) && !index.settled() && System.nanoTime() < end) {
            pause();
            plan = of(questions, query);
        }
        return plan;
    }

    private static QueryPlan of(DatabaseQueries questions, String query) throws SQLException {
        questions.connection().setAutoCommit(false);
        try {
            questions.execute("SET LOCAL enable_seqscan = off");
            return new QueryPlan(String.join("\n", questions.texts("EXPLAIN " + query)));
        } finally {
            questions.connection().rollback();
            questions.connection().setAutoCommit(true);
        }
    }

    /**
     * {@return whether the plan uses an index}
     *
     * @param index which
     */
    public boolean uses(Index index) {
        String name = QualifiedName.display(index.name());
        return text.lines()
                .anyMatch(line -> line.contains(" using " + name + " ") || line.contains(" on " + name + " "));
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for an index to be used.", e);
        }
    }
}
