package dev.rehearsal.testing;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import java.util.List;

/** The tests' server as a rehearsal sees it, which outlives each of them. */
public final class SharedServer implements DatabaseServer {
    @Override
    public String provider() {
        return "test";
    }

    @Override
    public DatabaseAddress maintenance() {
        return TestPostgres.address("postgres");
    }

    @Override
    public DatabaseAddress database(String name) {
        return TestPostgres.address(name);
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
