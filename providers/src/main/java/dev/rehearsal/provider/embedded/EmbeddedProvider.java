package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.Readiness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Starts a real PostgreSQL from a jar, with its data in a private directory that goes when the server goes. */
public final class EmbeddedProvider implements DatabaseProvider {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int PORTS = 5;

    private final int major;
    private final PostgresBinaries binaries;
    private final Path parent;
    private final boolean durable;

    /**
     * Makes one whose server waits for the disk as production's does.
     *
     * @param major the major version, 14 to 18
     * @param binaries where its programs come from
     * @param parent the directory below which data is kept while the server runs
     */
    public EmbeddedProvider(int major, PostgresBinaries binaries, Path parent) {
        this(major, binaries, parent, true);
    }

    private EmbeddedProvider(int major, PostgresBinaries binaries, Path parent, boolean durable) {
        this.major = major;
        this.binaries = binaries;
        this.parent = parent;
        this.durable = durable;
    }

    @Override
    public DatabaseProvider forTests() {
        return new EmbeddedProvider(major, binaries, parent, false);
    }

    @Override
    public DatabaseServer start(Progress progress) {
        if (Platform.current().isWindows()) {
            throw new DatabaseUnavailableException("The embedded PostgreSQL runs on Linux and macOS."
                    + " On Windows, use container:postgres:18, or the URL of a disposable server.");
        }
        progress.report("starting PostgreSQL " + major);
        try {
            new AbandonedRuns(parent).clear();
            return startAtFreePort();
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "Cannot start PostgreSQL " + major + " below " + parent + ": " + e, e);
        }
    }

    /** A port that is free now may be taken a moment later by a parallel build. */
    private DatabaseServer startAtFreePort() throws IOException {
        for (int tries = 1; ; tries++) {
            RunDirectory run = RunDirectory.create(parent);
            try {
                return startIn(run);
            } catch (IOException | RuntimeException e) {
                run.close();
                if (tries == PORTS || !(e instanceof PortTakenException)) {
                    throw e;
                }
            }
        }
    }

    private DatabaseServer startIn(RunDirectory run) throws IOException {
        Account account = Account.current();
        Path cache = account.isOther() ? Caches.within(run.path()) : Caches.ofUser();
        BinariesCache kept = new BinariesCache(cache);
        Cluster cluster = new Cluster(kept.programs(binaries, major), account, run, major);
        Cluster.Superuser superuser = cluster.make(kept, durable);
        int port = Loopback.freePort();
        ServerProcess process = ServerProcess.start(run.path(), cluster.server(port));
        run.occupy(process);
        EmbeddedServer server = new EmbeddedServer(run, port, superuser.password());
        await(server, process);
        return superuser.shared() ? server.withPassword(Loopback.randomPassword()) : server;
    }

    private static void await(EmbeddedServer server, ServerProcess process) throws IOException {
        try {
            Readiness.await(server.maintenance(), START, process::isRunning);
            process.ready();
        } catch (DatabaseUnavailableException e) {
            String log = process.log();
            if (log.contains("could not create any TCP/IP sockets")) {
                throw new PortTakenException(log);
            }
            throw new DatabaseUnavailableException(e.getMessage() + " It said:\n" + log, e);
        }
    }

    private static final class PortTakenException extends IOException {
        private static final long serialVersionUID = 1L;

        PortTakenException(String log) {
            super(log);
        }
    }
}
