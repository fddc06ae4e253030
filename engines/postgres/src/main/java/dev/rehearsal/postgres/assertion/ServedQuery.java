package dev.rehearsal.postgres.assertion;

import dev.rehearsal.dialect.assertion.AssertedDatabase.IndexDefinition;
import dev.rehearsal.dialect.assertion.AssertedDatabase.IndexUse;
import dev.rehearsal.postgres.application.ExplainedPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Whether the server would use an index for a query, were reading whole tables dear. */
final class ServedQuery {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private ServedQuery() {}

    /**
     * {@return the use of an index, as soon as it could be used: one that was made in the transaction that changed its
     * rows is not used before all transactions of that moment have ended, those of other tests too}
     */
    static IndexUse use(Connection connection, String query, IndexDefinition index) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ExplainedPlan plan = plan(connection, query);
        while (!plan.indexes().contains(index.name()) && !index.settled() && System.nanoTime() < end) {
            pause();
            plan = plan(connection, query);
        }
        return new IndexUse(plan.indexes().contains(index.name()), plan.plan().text());
    }

    private static ExplainedPlan plan(Connection connection, String query) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Queries.execute(connection, "SET LOCAL enable_seqscan = off");
            return ExplainedPlan.read(
                    Queries.texts(connection, ExplainedPlan.EXPLAIN + query).get(0));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
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
