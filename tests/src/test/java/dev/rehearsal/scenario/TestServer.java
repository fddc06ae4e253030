package dev.rehearsal.scenario;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.testing.TestPostgres;
import java.util.List;

/** The tests' server as a rehearsal sees it. */
public final class TestServer implements DatabaseServer {
    @Override
    public String provider() {
        return "embedded";
    }

    @Override
    public DatabaseAddress maintenance() {
        return TestPostgres.address("postgres");
    }

    @Override
    public DatabaseAddress database(String database) {
        return TestPostgres.address(database);
    }

    @Override
    public List<String> unlikeProduction() {
        return List.of();
    }

    @Override
    public void close() {}
}
