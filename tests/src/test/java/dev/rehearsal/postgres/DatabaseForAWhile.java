package dev.rehearsal.postgres;

import dev.rehearsal.database.Credentials;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.server.ServerProvider;
import dev.rehearsal.testing.TestPostgres;
import java.sql.SQLException;

/** A process of its own that makes a database on a server and waits to be terminated. */
final class DatabaseForAWhile {
    private static final long FOREVER_MILLIS = 600_000;

    private DatabaseForAWhile() {}

    /** Makes a database on the server that the first argument names, says so, and waits. */
    public static void main(String[] arguments) throws InterruptedException, SQLException {
        var access = ServerProviderTest.access(new Credentials("some role", "some-secret"));
        var provider = new ServerProvider(arguments[0], access, new PostgresServerInspector());
        try (DatabaseServer server = provider.start(Progress.SILENT)) {
            new PostgresDatabases().create(TestPostgres.connect(server.maintenance()), "rehearsal_for_a_while");
            System.out.println("made");
            Thread.sleep(FOREVER_MILLIS);
        }
    }
}
