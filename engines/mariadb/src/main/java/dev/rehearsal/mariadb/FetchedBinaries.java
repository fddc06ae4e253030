package dev.rehearsal.mariadb;

import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.provider.embedded.MariaDbArtifact;
import dev.rehearsal.provider.embedded.MariaDbBinaries;
import dev.rehearsal.spi.ServerPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;

/**
 * MariaDB's programs from a repository, or else from the class path.
 *
 * @param programs where to look
 */
record FetchedBinaries(ServerPrograms programs) implements MariaDbBinaries {
    @Override
    public InputStream jar(MariaDbArtifact artifact) throws IOException {
        ServerPrograms.Repository repository = programs.repository();
        return repository == null ? onClassPath(artifact) : fetched(artifact, repository);
    }

    private InputStream onClassPath(MariaDbArtifact artifact) throws IOException {
        URL server = programs.classes().getResource(artifact.folder() + "bin/mariadbd");
        if (server == null || !(server.openConnection() instanceof JarURLConnection jar)) {
            throw new DatabaseUnavailableException(
                    "embedded:mariadb needs MariaDB's programs, and the class path does not have them. Add the dependency "
                            + artifact + ", with scope test.");
        }
        return jar.getJarFileURL().openStream();
    }

    private static InputStream fetched(MariaDbArtifact artifact, ServerPrograms.Repository repository) {
        try {
            return repository.jar(MariaDbArtifact.GROUP_ID, artifact.artifactId(), artifact.version());
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "MariaDB " + artifact.line() + " cannot be fetched as " + artifact + ": " + e.getMessage()
                            + " Run once with access to a repository that has it.",
                    e);
        }
    }
}
