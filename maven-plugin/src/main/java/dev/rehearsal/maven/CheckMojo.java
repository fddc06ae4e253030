package dev.rehearsal.maven;

import dev.rehearsal.RehearsalProject;
import dev.rehearsal.approval.Standing;
import dev.rehearsal.report.format.Plain;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails the build unless the last rehearsal passed, is of the scripts as they are, is not too old, and everyone who must
 * approve it has done so.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class CheckMojo extends AbstractApprovalMojo {
    /** Made by Maven. */
    public CheckMojo() {}

    @Override
    void run(RehearsalProject rehearsed) throws MojoFailureException {
        Standing standing = rehearsed.approvals(reports(), Clock.systemUTC()).standing();
        List<String> problems = standing.problems();
        if (!problems.isEmpty()) {
            throw new MojoFailureException(problems.stream()
                    .map(Plain::entry)
                    .collect(Collectors.joining("\n  ", "The migrations may not be deployed yet:\n  ", "")));
        }
        getLog().info("The migrations may be deployed: risk " + standing.risk() + ", " + standing.required()
                + " sign-offs required, all of them hold.");
    }
}
