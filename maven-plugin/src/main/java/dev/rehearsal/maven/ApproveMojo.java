package dev.rehearsal.maven;

import dev.rehearsal.RehearsalProject;
import dev.rehearsal.approval.Document;
import dev.rehearsal.report.format.Plain;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Records that somebody approves the plan or the rollback plan of the last rehearsal, in
 * {@code rehearsal-approvals.yaml}, which is committed with the scripts.
 */
@Mojo(name = "approve", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
public final class ApproveMojo extends AbstractApprovalMojo {
    /** In which role: {@code dba}, {@code ops}, or another that rehearsal.yaml asks for. */
    @Parameter(property = "role", required = true)
    private String role;

    /** Who: a person's name. */
    @Parameter(property = "by", required = true)
    private String by;

    /** What: {@code plan} or {@code rollback-plan}; by default the one that the role is asked to sign. */
    @Parameter(property = "rehearsal.document")
    private @Nullable String document;

    /** Made by Maven. */
    public ApproveMojo() {}

    @Override
    void run(RehearsalProject rehearsed) throws MojoExecutionException {
        getLog().info(Plain.entry(
                rehearsed.approvals(reports(), Clock.systemUTC()).approve(role, by, document())));
    }

    private Optional<Document> document() throws MojoExecutionException {
        if (document == null) {
            return Optional.empty();
        }
        Optional<Document> named = Document.of(document);
        if (named.isEmpty()) {
            throw new MojoExecutionException("rehearsal.document=" + document + ": write plan or rollback-plan.");
        }
        return named;
    }
}
