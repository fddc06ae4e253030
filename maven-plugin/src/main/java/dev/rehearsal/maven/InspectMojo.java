package dev.rehearsal.maven;

import dev.rehearsal.DatabaseInspection;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.report.InspectionReports;
import java.io.IOException;
import java.time.Clock;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Reads a migrated database, changes nothing in it, and holds it against the last rehearsal: schema, versions, indexes,
 * constraints, sequences, statistics. Fails the build where they differ.
 */
@Mojo(name = "inspect", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
public final class InspectMojo extends AbstractReadingMojo {
    /** Made by Maven. */
    public InspectMojo() {}

    @Override
    void run(RehearsalProject rehearsed) throws MojoExecutionException, MojoFailureException, IOException {
        InspectionReport report = inspect(rehearsed);
        InspectionReports.summary(report).lines().forEach(getLog()::info);
        InspectionReports.writeAll(reports(), report);
        String details = " See " + reports().resolve("inspection.md");
        switch (report.verdict()) {
            case PASSED -> getLog().debug("passed");
            case FAILED ->
                throw new MojoFailureException(
                        "The inspection FAILED: the database is not as it was rehearsed." + details);
            case INCOMPLETE ->
                throw new MojoExecutionException(
                        "The inspection is INCOMPLETE: something could not be measured." + details);
        }
    }

    private InspectionReport inspect(RehearsalProject rehearsed) throws MojoExecutionException, IOException {
        try {
            return new DatabaseInspection(rehearsed, reports(), Clock.systemUTC()).run();
        } catch (DatabaseUnavailableException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
