package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.provider.DatabaseUrls;
import dev.rehearsal.provider.Readiness;
import dev.rehearsal.provider.ServerLogEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A server that runs for us alone. */
final class EmbeddedServer implements DatabaseServer {
    /** The server has no certificate and listens on the loopback alone: nothing to ask it before each login. */
    private static final String PLAIN = "?sslmode=disable";

    private final RunDirectory run;
    private final String host;
    private final String password;

    EmbeddedServer(RunDirectory run, int port, String password) {
        this(run, "127.0.0.1:" + port, password);
    }

    private EmbeddedServer(RunDirectory run, String host, String password) {
        this.run = run;
        this.host = host;
        this.password = password;
    }

    /** {@return this server, whose superuser has this password from now on} */
    EmbeddedServer withPassword(String other) {
        try (Connection connection = Readiness.connect(maintenance());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + Cluster.SUPERUSER + " PASSWORD '" + other + "'");
            return new EmbeddedServer(run, host, other);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("The server does not take a password: " + e.getMessage(), e);
        }
    }

    @Override
    public String provider() {
        return "embedded";
    }

    @Override
    public DatabaseAddress maintenance() {
        return database("postgres");
    }

    @Override
    public DatabaseAddress database(String database) {
        return new DatabaseAddress(DatabaseUrls.postgresql(host, database) + PLAIN, Cluster.SUPERUSER, password);
    }

    @Override
    public List<String> unlikeProduction() {
        return isInMemory()
                ? List.of("the data directory " + run.path().getParent()
                        + " is a file system in memory: nothing waits for a disk")
                : List.of();
    }

    private boolean isInMemory() {
        try {
            return Files.getFileStore(run.path()).type().matches("tmpfs|ramfs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> lastWords() {
        return ServerLogEnd.in(run.log());
    }

    @Override
    public boolean keepsDatabases() {
        return false;
    }

    @Override
    public void close() {
        try {
            run.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
