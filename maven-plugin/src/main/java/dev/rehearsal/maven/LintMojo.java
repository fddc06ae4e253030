package dev.rehearsal.maven;

import dev.rehearsal.Lint;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.lint.FailOn;
import dev.rehearsal.lint.LintResult;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.report.ci.SarifReport;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.Finding;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.spi.Modules;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the project's migrations what can be told without running them: what is wrong with the history, and guesses
 * at what statements would do. No database is started.
 */
@Mojo(
        name = "lint",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class LintMojo extends AbstractRehearsalMojo {
    /**
     * What fails the build: {@code history} (the default: errors of the history, with which nothing could run),
     * {@code error}, {@code warning}, {@code note} or {@code never}.
     */
    @Parameter(property = "rehearsal.lint.failOn")
    private @Nullable String lintFailOn;

    /** The comments that each migration's head must have, such as {@code Purpose,Rollback}; none by default. */
    @Parameter(property = "rehearsal.lint.headers")
    private @Nullable List<String> lintHeaders;

    /** Where {@code lint.sarif} goes. */
    @Parameter(property = "rehearsal.outputDirectory", defaultValue = "${project.build.directory}/rehearsal")
    private File outputDirectory;

    /** Made by Maven. */
    public LintMojo() {}

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
        try (URLClassLoader classes = ProjectClasses.of(project())) {
            RehearsalProject linted = rehearsed(classes, null);
            FailOn failOn = FailOn.of(linted.settings());
            LintResult result = Lint.of(linted);
            tell(result);
            judge(result, failOn);
        } catch (InvalidSettingException | MigrationSourceException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("lint.sarif cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    Map<Key, String> own() {
        return new GoalSettings()
                .and(Key.LINT_FAIL_ON, lintFailOn)
                .and(Key.LINT_HEADERS, lintHeaders == null ? null : String.join(",", lintHeaders))
                .texts();
    }

    private void tell(LintResult result) throws IOException {
        List<Finding> all = new ArrayList<>(result.ofHistory());
        all.addAll(result.findings());
        result.lines().stream().map(Plain::entry).forEach(getLog()::info);
        Path directory = Files.createDirectories(outputDirectory.toPath());
        SarifReport sarif =
                new SarifReport(Modules.ruleHelp(), project().getBasedir().toPath());
        byte[] text = sarif.render(all, result.scripts()).getBytes(StandardCharsets.UTF_8);
        Files.write(directory.resolve("lint.sarif"), text);
    }

    private static void judge(LintResult result, FailOn failOn) throws MojoFailureException {
        List<String> failing = failOn.failing(result);
        if (!failing.isEmpty()) {
            throw new MojoFailureException("rehearsal:lint found what rehearsal.lint.failOn=" + failOn.id()
                    + " does not let pass:" + System.lineSeparator()
                    + failing.stream().map(Plain::entry).collect(Collectors.joining(System.lineSeparator())));
        }
    }
}
