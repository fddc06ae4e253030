package dev.rehearsal.scenario;

import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.testing.SharedServer;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Stages on the server that all tests share. */
public final class TestStages {
    private TestStages() {}

    /**
     * {@return an empty stage}
     *
     * @param runner whose own tables are not the user's
     * @throws SQLException if the server refuses
     */
    public static Stage empty(MigrationRunner runner) throws SQLException {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return new StagePool(new SharedServer(), new PostgresDialect(), runner.ownTables(), run, new AtomicInteger())
                .empty();
    }
}
