package dev.rehearsal.maven;

import dev.rehearsal.compare.CompareSettings;
import dev.rehearsal.compare.Comparison;
import dev.rehearsal.compare.Regression;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.UnreadableReportException;
import dev.rehearsal.report.ComparisonReports;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Holds a rehearsal against another one, say a branch's against main's, and tells what got worse. */
@Mojo(name = "compare", threadSafe = true)
public final class CompareMojo extends AbstractRehearsalMojo {
    /** The {@code report.json} that is the measure. */
    @Parameter(property = "rehearsal.compare.base")
    private @Nullable File compareBase;

    /** The {@code report.json} that is held against it. */
    @Parameter(property = "rehearsal.compare.head", defaultValue = "${project.build.directory}/rehearsal/report.json")
    private File compareHead;

    /** By what part of the base something must have become longer, to be no noise; 0.5 by default. */
    @Parameter(property = "rehearsal.compare.relative")
    private @Nullable String compareRelative;

    /** By what time something must have become longer, to be no noise; 50ms by default. */
    @Parameter(property = "rehearsal.compare.absolute")
    private @Nullable String compareAbsolute;

    /** What fails the build, with commas: {@code lossy,not-measured,longer-locked}, or {@code any}; nothing by default. */
    @Parameter(property = "rehearsal.compare.failOn")
    private @Nullable List<String> compareFailOn;

    /** Where {@code compare.md} goes. */
    @Parameter(property = "rehearsal.outputDirectory", defaultValue = "${project.build.directory}/rehearsal")
    private File outputDirectory;

    /** Made by Maven. */
    public CompareMojo() {}

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
        try {
            CompareSettings settings = CompareSettings.of(settings());
            Comparison comparison = Comparison.of(
                    RecordedReport.read(base()), RecordedReport.read(compareHead.toPath()), settings.noise());
            ComparisonReports.summary(comparison).forEach(getLog()::info);
            ComparisonReports.writeAll(outputDirectory.toPath(), comparison);
            judge(comparison.of(settings.failOn()));
        } catch (InvalidSettingException | UnreadableReportException | IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    @Override
    Map<Key, String> own() {
        return new GoalSettings()
                .and(Key.COMPARE_RELATIVE, compareRelative)
                .and(Key.COMPARE_ABSOLUTE, compareAbsolute)
                .and(Key.COMPARE_FAIL_ON, compareFailOn == null ? null : String.join(",", compareFailOn))
                .texts();
    }

    private Path base() throws MojoExecutionException {
        if (compareBase == null) {
            throw new MojoExecutionException(
                    "Name the report to compare with: -Drehearsal.compare.base=path/to/report.json");
        }
        return compareBase.toPath();
    }

    private static void judge(List<Regression> failing) throws MojoFailureException {
        if (!failing.isEmpty()) {
            throw new MojoFailureException("rehearsal:compare found what rehearsal.compare.failOn does not let pass: "
                    + failing.size() + " of kind "
                    + String.join(
                            ", ",
                            failing.stream().map(r -> r.kind().id()).distinct().toList()) + ".");
        }
    }
}
