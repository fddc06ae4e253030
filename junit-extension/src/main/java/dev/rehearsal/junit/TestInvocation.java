package dev.rehearsal.junit;

import dev.rehearsal.junit.stage.StageException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * One invocation of a test: its migration and its database.
 *
 * @param plan what the test asks for
 * @param database its database
 * @param migration what it drives
 */
record TestInvocation(TestPlan plan, TestDatabase database, MigrationUnderTest migration) implements AutoCloseable {
    static TestInvocation begin(TestPlan plan) {
        try {
            TestDatabase database = new TestDatabase(plan.production(), plan.migration());
            return new TestInvocation(
                    plan, database, new MigrationUnderTest(plan.migration(), plan.production(), database, plan.name()));
        } catch (StageException e) {
            throw new ExtensionConfigurationException(plan.name() + ": " + e.getMessage(), e);
        }
    }

    /** Drops the database; fails if the test left a connection open. */
    void end() throws SQLException {
        try (database) {
            List<String> leaks = database.leaks();
            if (!leaks.isEmpty()) {
                throw new AssertionError(plan.name() + " left " + leaks.size()
                        + (leaks.size() == 1 ? " connection open: " : " connections open: ")
                        + String.join("; ", leaks) + ". Close each, best with try-with-resources.");
            }
        }
    }

    /** Serves where {@link #end} was not reached. */
    @Override
    public void close() {
        database.close();
    }
}
