package dev.rehearsal.provider.server;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.provider.Readiness;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that stays when we go; at the end of the process, the databases that it made are dropped. */
final class RunningServer implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    private final ServerUrl url;
    private final DatabaseAddress maintenance;
    private final ServerInspector inspector;
    private final Thread hook = new Thread(this::dropOwn, "rehearsal-drop");

    private RunningServer(ServerUrl url, DatabaseAddress maintenance, ServerInspector inspector) {
        this.url = url;
        this.maintenance = maintenance;
        this.inspector = inspector;
    }

    static RunningServer open(ServerUrl url, DatabaseAddress maintenance, ServerInspector inspector) {
        RunningServer server = new RunningServer(url, maintenance, inspector);
        Runtime.getRuntime().addShutdownHook(server.hook);
        return server;
    }

    @Override
    public String provider() {
        return "server";
    }

    @Override
    public DatabaseAddress maintenance() {
        return maintenance;
    }

    @Override
    public DatabaseAddress database(String database) {
        return new DatabaseAddress(url.withDatabase(database), maintenance.user(), maintenance.password());
    }

    @Override
    public List<String> unlikeProduction() {
        return url.isLoopback()
                ? List.of()
                : List.of("the server is another machine: every statement waits for the network between");
    }

    private void dropOwn() {
        try (Connection connection = Readiness.connect(maintenance)) {
            inspector.dropOwn(connection);
        } catch (SQLException e) {
            LOG.debug("What this run left on {} stays until the next one", maintenance, e);
        }
    }

    /** Whoever made a database drops it; the server itself is not ours. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.trace("the hook is running", e);
        }
    }
}
