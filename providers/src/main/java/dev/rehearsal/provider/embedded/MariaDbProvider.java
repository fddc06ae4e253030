package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Starts real MariaDB servers from a jar, with their data in a private directory that goes when they go. */
public final class MariaDbProvider implements DatabaseProvider {
    private final MariaDbBinaries binaries;
    private final MariaDbConnector connector;
    private final Path parent;
    private final boolean durable;

    /**
     * Makes one whose servers wait for the disk as production's do.
     *
     * @param binaries where its programs come from
     * @param connector connects to them
     * @param parent the directory below which data is kept while the servers run
     */
    public MariaDbProvider(MariaDbBinaries binaries, MariaDbConnector connector, Path parent) {
        this(binaries, connector, parent, true);
    }

    private MariaDbProvider(MariaDbBinaries binaries, MariaDbConnector connector, Path parent, boolean durable) {
        this.binaries = binaries;
        this.connector = connector;
        this.parent = parent;
        this.durable = durable;
    }

    @Override
    public DatabaseProvider forTests() {
        return new MariaDbProvider(binaries, connector, parent, false);
    }

    @Override
    public DatabaseServer start(Progress progress) {
        MariaDbArtifact artifact = MariaDbArtifact.ofPlatform()
                .orElseThrow(() -> new DatabaseUnavailableException("embedded:mariadb runs on Linux with a 64-bit x86"
                        + " processor and glibc: there are no other binaries that were tried. Rehearse there."));
        progress.report("starting MariaDB " + artifact.line());
        try {
            new AbandonedRuns(parent).clear();
            MariaDbPrograms programs = MariaDbPrograms.of(artifact, binaries, new BinariesCache(Caches.ofUser()));
            RunDirectory run = RunDirectory.create(parent);
            try {
                return MariaDbServer.start(programs, run, connector, durable);
            } catch (IOException | RuntimeException e) {
                run.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "Cannot start MariaDB " + artifact.line() + " below " + parent + ": " + e, e);
        }
    }
}
