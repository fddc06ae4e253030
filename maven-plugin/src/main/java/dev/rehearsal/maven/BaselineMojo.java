package dev.rehearsal.maven;

import dev.rehearsal.RehearsalProject;
import dev.rehearsal.baseline.BaselineFile;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.UnreadableReportException;
import dev.rehearsal.rule.Baseline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes what the last rehearsal found to the baseline, so that old migrations fail no build from then on. What was not
 * measured is never accepted.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends AbstractRehearsalMojo {
    /** Where the last rehearsal's {@code report.json} is. */
    @Parameter(property = "rehearsal.outputDirectory", defaultValue = "${project.build.directory}/rehearsal")
    private File outputDirectory;

    /** Made by Maven. */
    public BaselineMojo() {}

    @Override
    void act() throws MojoExecutionException {
        RehearsalProject project = rehearsed(getClass().getClassLoader(), null);
        Path file = project.baselineFile();
        try {
            RecordedReport report = RecordedReport.read(outputDirectory.toPath().resolve(RecordedReport.FILE));
            Baseline baseline = BaselineFile.of(report);
            BaselineFile.write(file, baseline);
            getLog().info("Accepted " + baseline.entries().size() + " findings of the rehearsal of " + report.started()
                    + " in " + file + ".");
            if (report.verdict().equals("INCOMPLETE")) {
                getLog().warn("That rehearsal is INCOMPLETE: what was not measured is not accepted.");
            }
        } catch (UnreadableReportException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
