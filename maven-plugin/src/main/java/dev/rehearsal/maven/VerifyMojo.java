package dev.rehearsal.maven;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.matrix.Matrix;
import dev.rehearsal.report.Reports;
import dev.rehearsal.report.text.LogLine;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.selection.Checkout;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.spi.Modules;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;

/**
 * Rehearses the project's migrations: takes each up, down and up again on a clean database filled with rows, measures
 * time and locks, proves that the way back restores schema and data, writes the reports, and fails the build where a
 * migration is at fault.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class VerifyMojo extends AbstractRehearsalMojo {
    /** Where the reports go. */
    @Parameter(property = "rehearsal.outputDirectory", defaultValue = "${project.build.directory}/rehearsal")
    private File outputDirectory;

    private final RepositorySystem repositories;

    /**
     * Made by Maven.
     *
     * @param repositories fetches the server's binaries
     */
    @Inject
    public VerifyMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
        RehearsalReport report =
                rehearse().of(Checkout.of(project().getBasedir().toPath()));
        try {
            write(report, outputDirectory.toPath());
        } finally {
            Reports.log(report).forEach(this::log);
        }
        switch (report.verdict()) {
            case PASSED -> getLog().debug("passed");
            case FAILED -> throw new MojoFailureException(Verdicts.failed(report, outputDirectory));
            case INCOMPLETE -> throw new MojoExecutionException(Verdicts.incomplete(report, outputDirectory));
        }
    }

    /** Whatever goes wrong is told by a report, which also replaces that of an earlier run. */
    private RehearsalReport rehearse() throws MojoExecutionException {
        try (URLClassLoader classes = ProjectClasses.of(project())) {
            RehearsalProject project = rehearsed(classes, new MavenArtifacts(repositories, session(), project()));
            return beside(project, rehearsal(project).run());
        } catch (MojoExecutionException e) {
            return Rehearsal.notBegun(new InvalidSettingException(String.valueOf(e.getMessage())), Clock.systemUTC());
        } catch (IOException | RuntimeException | LinkageError e) {
            return Rehearsal.notBegun(e, Clock.systemUTC());
        }
    }

    /** The report of each further server has a folder of its own; what differs stands in the first one's. */
    private RehearsalReport beside(RehearsalProject project, RehearsalReport first) throws MojoExecutionException {
        Map<String, RehearsalReport> others = new LinkedHashMap<>();
        for (Map.Entry<String, RehearsalProject> other : project.also().entrySet()) {
            getLog().info("The same on " + other.getKey());
            RehearsalReport report = there(other.getValue());
            write(
                    report,
                    outputDirectory
                            .toPath()
                            .resolve("also")
                            .resolve(other.getKey().replaceAll("[^\\w.-]+", "-")));
            others.put(other.getKey(), report);
        }
        return others.isEmpty() ? first : Matrix.of(first, others);
    }

    private RehearsalReport there(RehearsalProject project) {
        try {
            return rehearsal(project).run();
        } catch (MojoExecutionException | RuntimeException | LinkageError e) {
            return Rehearsal.notBegun(e, Clock.systemUTC());
        }
    }

    private Rehearsal rehearsal(RehearsalProject rehearsed) throws MojoExecutionException {
        TestSearch tests = new TestSearch(
                List.of(Path.of(project().getBuild().getTestOutputDirectory())),
                rehearsed.classes(),
                settings().isOn(Key.REQUIRE_TESTS));
        return new Rehearsal(rehearsed.options().with(tests), new MavenProgress(getLog()), Clock.systemUTC());
    }

    private void write(RehearsalReport report, Path directory) throws MojoExecutionException {
        try {
            Path root = project().getBasedir().toPath();
            String step = directory.equals(outputDirectory.toPath()) ? System.getenv("GITHUB_STEP_SUMMARY") : null;
            new Reports(Modules.ruleHelp(), root, step == null ? null : Path.of(step)).writeAll(directory, report);
        } catch (IOException e) {
            throw new MojoExecutionException("The reports cannot be written: " + e.getMessage(), e);
        }
    }

    /** As what it is: {@code -q} leaves the errors. */
    private void log(LogLine line) {
        switch (line.level()) {
            case ERROR -> getLog().error(line.text());
            case WARNING -> getLog().warn(line.text());
            case NOTE -> getLog().info(line.text());
        }
    }
}
