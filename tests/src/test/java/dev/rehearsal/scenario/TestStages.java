package dev.rehearsal.scenario;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
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
        return new StagePool(new Server(), new PostgresDialect(), runner.ownTables(), run, new AtomicInteger()).empty();
    }

    private static final class Server implements DatabaseServer {
        @Override
        public DatabaseAddress maintenance() {
            return TestPostgres.address("postgres");
        }

        @Override
        public DatabaseAddress database(String name) {
            return TestPostgres.address(name);
        }

        @Override
        public String provider() {
            return "test";
        }

        @Override
        public List<String> unlikeProduction() {
            return List.of();
        }

        @Override
        public void close() {
            // it serves other tests as well
        }
    }
}
