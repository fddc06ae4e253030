package dev.rehearsal.maven;

import dev.rehearsal.spi.ServerPrograms;
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
final class MavenArtifacts implements ServerPrograms.Repository {
    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;

    MavenArtifacts(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    @Override
    public InputStream jar(String groupId, String artifactId, String version) throws IOException {
        DefaultArtifact artifact = new DefaultArtifact(groupId, artifactId, "jar", version);
        ArtifactRequest request = new ArtifactRequest(artifact, project.getRemotePluginRepositories(), null);
        try {
            return Files.newInputStream(repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath());
        } catch (ArtifactResolutionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
