package dev.rehearsal.provider.server;

import dev.rehearsal.database.Credentials;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.Readiness;
import java.sql.Connection;
import java.sql.SQLException;

/** Reaches a disposable server that is already running, after making sure that it is meant for rehearsals. */
public final class ServerProvider implements DatabaseProvider {
    private final String url;
    private final ServerAccess access;
    private final ServerInspector inspector;

    /**
     * Makes one.
     *
     * @param url the server's JDBC URL; its database is the one from which others are made
     * @param access what the user permits
     * @param inspector asks the server
     */
    public ServerProvider(String url, ServerAccess access, ServerInspector inspector) {
        this.url = url;
        this.access = access;
        this.inspector = inspector;
    }

    @Override
    public DatabaseServer start(Progress progress) {
        ServerUrl server = ServerUrl.parse(url);
        ServerWall wall = new ServerWall(server, access);
        wall.checkUrl();
        DatabaseAddress maintenance = address(server);
        try (Connection connection = Readiness.connect(maintenance)) {
            wall.checkUser(inspector.user(connection));
            for (String name : inspector.dropAbandoned(connection)) {
                progress.report("dropped the database " + name + ", which a killed rehearsal left");
            }
        } catch (SQLException e) {
            throw ServerFailure.explain(maintenance, e);
        }
        return RunningServer.open(server, maintenance, inspector);
    }

    private DatabaseAddress address(ServerUrl server) {
        Credentials given = access.credentials();
        Credentials inUrl = server.credentials();
        String user = given.user().isEmpty() ? inUrl.user() : given.user();
        if (user.isEmpty()) {
            throw new DatabaseUnavailableException(
                    "Who to log in as is not said: give a user for " + server.withDatabase(server.database()) + ".");
        }
        String password = given.password().isEmpty() ? inUrl.password() : given.password();
        return new DatabaseAddress(server.withDatabase(server.database()), user, password);
    }
}
