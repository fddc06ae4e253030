package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.provider.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A data directory with a server of its own, which runs from the first time that somebody asks for its address until it is
 * copied or dropped. Not safe for use by several threads.
 */
final class MariaDbSlot {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int TRIES = 3;

    private final MariaDbServer server;
    private final Path data;
    private final String schema;
    private int port;
    private int started;
    private @Nullable ServerProcess process;

    /** Made for a data directory that is there, and whose connections are to a schema; empty for none. */
    MariaDbSlot(MariaDbServer server, Path data, String schema) {
        this.server = server;
        this.data = data;
        this.schema = schema;
    }

    Path data() {
        return data;
    }

    String schema() {
        return schema;
    }

    /** Starts it where it does not run, with these schemas in it. */
    void start(Set<String> schemas) throws IOException {
        if (process != null && process.isRunning()) {
            return;
        }
        if (port == 0) {
            port = Loopback.freePort();
        }
        for (int tries = 1; ; tries++) {
            try {
                tryToStart(schemas);
                return;
            } catch (DatabaseUnavailableException e) {
                stopByForce();
                if (tries == TRIES) {
                    throw e;
                }
                port = Loopback.freePort(); // a parallel build may have taken the other one
            }
        }
    }

    private void tryToStart(Set<String> schemas) throws IOException {
        Path home = Files.createDirectory(
                data.resolveSibling(data.getFileName() + "-" + ++started), Directories.privately(data));
        Path init = home.resolve("init.sql");
        Files.write(Files.createFile(init, Directories.privateFile(home)), initial(new TreeSet<>(schemas)));
        ServerProcess fresh = ServerProcess.start(
                home, server.run().path(), server.programs().server(data, port, init, server.durable()));
        process = fresh;
        server.run().occupy(fresh);
        try {
            DatabaseAddress everything = server.address(port, "");
            Readiness.await(() -> server.connector().connect(everything), START, fresh::isRunning);
            fresh.ready();
        } catch (DatabaseUnavailableException e) {
            throw new DatabaseUnavailableException(e.getMessage() + " It said:\n" + fresh.log(), e);
        }
    }

    /** Each statement on a line of its own, as the server reads them. */
    private List<String> initial(Set<String> schemas) {
        String user = "'" + MariaDbPrograms.USER + "'@'127.0.0.1'";
        List<String> lines = new java.util.ArrayList<>(List.of(
                "CREATE OR REPLACE USER " + user + " IDENTIFIED BY '" + server.password() + "';",
                "GRANT ALL PRIVILEGES ON *.* TO " + user + " WITH GRANT OPTION;"));
        schemas.forEach(name -> lines.add("CREATE DATABASE IF NOT EXISTS `" + name.replace("`", "``") + "`;"));
        return lines;
    }

    DatabaseAddress address() {
        return server.address(port, schema);
    }

    /** Stops it so that its data directory is whole. */
    void stop() throws IOException {
        ServerProcess running = process;
        if (running == null) {
            return;
        }
        Path pid = data.resolve(MariaDbPrograms.PID_FILE);
        if (running.isRunning() && Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroy);
        }
        boolean ended = running.awaitEnd(STOP);
        stopByForce();
        if (!ended) {
            throw new IOException("MariaDB did not stop within " + STOP.toSeconds() + " s.");
        }
    }

    /** Stops it at once; what it wrote last may be lost. */
    void stopByForce() throws IOException {
        ServerProcess running = process;
        if (running != null) {
            process = null;
            running.keepRun();
            running.close();
            server.run().vacate(running);
        }
    }
}
