package dev.rehearsal.database;

import java.util.List;
import java.util.Map;

/** A server on whose databases sessions that migrate say something of themselves when they connect. */
record SessionServer(DatabaseServer server, Map<String, String> session) implements DatabaseServer {
    @Override
    public String provider() {
        return server.provider();
    }

    @Override
    public DatabaseAddress maintenance() {
        return server.maintenance();
    }

    @Override
    public DatabaseAddress database(String database) {
        return server.database(database).with(session);
    }

    @Override
    public List<String> unlikeProduction() {
        return server.unlikeProduction();
    }

    @Override
    public List<String> lastWords() {
        return server.lastWords();
    }

    @Override
    public boolean keepsDatabases() {
        return server.keepsDatabases();
    }

    @Override
    public void close() {
        server.close();
    }
}
