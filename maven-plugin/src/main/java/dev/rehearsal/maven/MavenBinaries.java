package dev.rehearsal.maven;

import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.embedded.BinariesArtifact;
import dev.rehearsal.database.embedded.PostgresBinaries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Fetches the programs of PostgreSQL for this platform alone, from the project's own repositories. */
final class MavenBinaries implements PostgresBinaries {
    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;

    MavenBinaries(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    @Override
    public InputStream jar(int major) throws IOException {
        BinariesArtifact wanted = BinariesArtifact.forMajor(major);
        DefaultArtifact artifact =
                new DefaultArtifact(BinariesArtifact.GROUP_ID, wanted.artifactId(), "jar", wanted.version());
        ArtifactRequest request = new ArtifactRequest(artifact, project.getRemotePluginRepositories(), null);
        try {
            return Files.newInputStream(repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath());
        } catch (ArtifactResolutionException e) {
            throw new DatabaseUnavailableException(
                    "PostgreSQL " + major + " cannot be fetched as " + wanted + ": " + e.getMessage()
                            + " Run once with access to a repository that has it, or use container:postgres:" + major
                            + ".",
                    e);
        }
    }
}
