package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.io.InputStream;

/** Where the programs of a PostgreSQL come from. Implementations may resolve them from a repository. */
@FunctionalInterface
public interface PostgresBinaries {
    /**
     * Opens the jar that holds the programs for this platform; {@link BinariesArtifact} says which that is.
     *
     * @param major the major version, 14 to 18
     * @return the jar's bytes; the caller closes it
     * @throws IOException if it cannot be read
     * @throws DatabaseUnavailableException if there is none; the message says what to add
     */
    InputStream jar(int major) throws IOException;
}
