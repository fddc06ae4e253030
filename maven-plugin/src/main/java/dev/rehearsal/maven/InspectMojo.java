package dev.rehearsal.maven;

import dev.rehearsal.DatabaseInspection;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.report.InspectionReports;
import dev.rehearsal.settings.Key;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Reads a migrated database, changes nothing in it, and holds it against the last rehearsal: schema, versions, indexes,
 * constraints, sequences, statistics. Fails the build where they differ.
 */
@Mojo(name = "inspect", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
public final class InspectMojo extends AbstractReportMojo {
    /** The migrated database that is inspected, and only read; by default the one that Flyway migrates. */
    @Parameter(property = "rehearsal.inspect.url")
    private @Nullable String inspectUrl;

    /** Who inspects. */
    @Parameter(property = "rehearsal.inspect.user")
    private @Nullable String inspectUser;

    /** The password of who inspects. */
    @Parameter(property = "rehearsal.inspect.password")
    private @Nullable String inspectPassword;

    /** After how long a question of an inspection is given up as not measured; 30s by default. */
    @Parameter(property = "rehearsal.inspect.statementTimeout")
    private @Nullable String inspectStatementTimeout;

    /** How long an inspection waits behind a lock of another session; 2s by default. */
    @Parameter(property = "rehearsal.inspect.lockTimeout")
    private @Nullable String inspectLockTimeout;

    /** Made by Maven. */
    public InspectMojo() {}

    @Override
    Map<Key, String> own() {
        return new Own()
                .and(Key.INSPECT_URL, inspectUrl)
                .and(Key.INSPECT_USER, inspectUser)
                .and(Key.INSPECT_PASSWORD, inspectPassword)
                .and(Key.INSPECT_STATEMENT_TIMEOUT, inspectStatementTimeout)
                .and(Key.INSPECT_LOCK_TIMEOUT, inspectLockTimeout)
                .texts();
    }

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
