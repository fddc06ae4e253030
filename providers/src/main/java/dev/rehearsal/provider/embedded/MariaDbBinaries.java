package dev.rehearsal.provider.embedded;

import java.io.IOException;
import java.io.InputStream;

/** Where the programs of a MariaDB come from. Implementations may resolve them from a repository. */
@FunctionalInterface
public interface MariaDbBinaries {
    /**
     * Opens the jar that holds the programs.
     *
     * @param artifact the jar's coordinates
     * @return the jar's bytes; the caller closes it
     * @throws IOException if it cannot be read
     * @throws dev.rehearsal.database.DatabaseUnavailableException if there is none; the message says what to add
     */
    InputStream jar(MariaDbArtifact artifact) throws IOException;
}
