package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each layout of SQL folders is found by itself, and rehearsed up, down and up again as its tool would apply it. */
class LayoutsIT {
    /** They commit their history apart: whoever runs a migration again after a crash meets what it has left. */
    private static final List<String> APART = List.of("golang-migrate", "Prisma", "MyBatis Migrations", "refinery");

    @TempDir
    private Path root;

    static List<LayoutSample> all() {
        return LayoutSample.all();
    }

    static Stream<LayoutSample> withWayBack() {
        return all().stream().filter(sample -> !sample.wayBack().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_right_one_is_found_and_passes(LayoutSample sample) throws Exception {
        ConfiguredProject project = project(sample).set("crash", "true").set("crash.points", "4");

        RehearsalReport report = project.rehearse();

        String all = ConfiguredProject.findings(report) + project.report("report.md");
        assertThat(report.migrations()).as(all).hasSize(2);
        MigrationFacts second = report.migrations().get(1).facts();
        assertThat(second.migration().words().product()).isEqualTo(sample.tool());
        assertThat(second.migration().wayBack().exists())
                .isEqualTo(!sample.wayBack().isEmpty());
        assertThat(report.verdict()).as(all).isEqualTo(Verdict.PASSED);
        assertThat(second.phase(Phase.UP_AGAIN).isPresent())
                .as(all)
                .isEqualTo(!sample.wayBack().isEmpty());
        CrashCheck crash = Objects.requireNonNull(second.crash());
        assertThat(crash.skipped() == null).as(all).isEqualTo(sample.crash());
        if (sample.crash()) {
            assertThat(crash.runs()).as(all).isNotEmpty();
        }
        assertThat(ConfiguredProject.findings(report).stream().anyMatch(one -> one.contains("rerun-fails-after-crash")))
                .as(all)
                .isEqualTo(APART.contains(sample.tool()));
        assertThat(project.lint().findings())
                .extracting(Finding::rule)
                .doesNotContain("not-measured", "script-not-understood");
        new RehearsalPlan(project.project()).write(project.reports());
        assertThat(project.reports().resolve("rollback-plan.md")).exists();
    }

    @ParameterizedTest
    @MethodSource("withWayBack")
    void the_way_back_that_forgets_a_table_is_found_out(LayoutSample sample) {
        RehearsalReport report = project(sample.wrong()).set("crash", "false").rehearse();

        assertThat(errors(report.migrations().get(0))).isEmpty();
        MigrationResult second = report.migrations().get(1);
        assertThat(errors(second))
                .as(ConfiguredProject.findings(report).toString())
                .contains("schema-not-restored", "up-not-repeatable");
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }

    private static List<String> errors(MigrationResult result) {
        return result.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.rule())
                .distinct()
                .sorted()
                .toList();
    }

    private ConfiguredProject project(LayoutSample sample) {
        ConfiguredProject project = new ConfiguredProject(root);
        sample.files().forEach(project::file);
        return project;
    }
}
