package dev.rehearsal.maven;

import dev.rehearsal.RehearsalProject;
import dev.rehearsal.approval.ApprovalException;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.settings.InvalidSettingException;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that builds upon the last rehearsal's reports. */
abstract class AbstractReportMojo extends AbstractRehearsalMojo {
    /** Where the reports of the rehearsal are. */
    @Parameter(property = "rehearsal.outputDirectory", defaultValue = "${project.build.directory}/rehearsal")
    private File outputDirectory;

    @Override
    final void act() throws MojoExecutionException, MojoFailureException {
        try (URLClassLoader classes = ProjectClasses.of(project())) {
            run(rehearsed(classes, null));
        } catch (ApprovalException | InvalidSettingException | MigrationSourceException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The project's files cannot be read: " + e.getMessage(), e);
        }
    }

    abstract void run(RehearsalProject rehearsed) throws MojoExecutionException, MojoFailureException, IOException;

    final Path reports() {
        return outputDirectory.toPath();
    }
}
