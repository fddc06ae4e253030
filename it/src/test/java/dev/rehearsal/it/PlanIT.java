package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The plans are written from a real rehearsal, and refused where they would not tell the truth. */
class PlanIT {
    private static final String UP =
            "-- Purpose: a place for names\n-- Author: Ada\nCREATE TABLE names (id int PRIMARY KEY);\n";

    @Test
    void the_plans_of_a_rehearsal_hold_until_a_script_changes() throws IOException {
        MavenBuild build = project("rehearsed");
        BuildResult rehearsed = build.with("-Drehearsal.rows=200", "-Drehearsal.lockQueue.hold=0s")
                .run("verify", "rehearsal:plan");

        assertThat(rehearsed.succeeded()).as(rehearsed.output()).isTrue();
        assertThat(rehearsed.output()).contains("V1__names.sql lacks in its header: Breaking Changes, Rollback, Issue");
        Path plan = rehearsed.reports().resolve("plan.md");
        String first = Files.readString(plan);
        assertThat(first).contains("a place for names", "public.names exists", "T + 0.00 min");
        assertThat(rehearsed.reports().resolve("rollback-plan.md")).content().contains("U1__names.sql");
        assertThat(rehearsed.reports().resolve("plan.html")).content().contains("<table>", "Rollback plan: version 1");

        assertThat(build.run("rehearsal:plan").succeeded()).isTrue();
        assertThat(plan).hasContent(first);

        Files.writeString(migrations(build).resolve("V1__names.sql"), UP + "-- changed\n");
        BuildResult changed = build.run("rehearsal:plan");
        assertThat(changed.succeeded()).isFalse();
        assertThat(changed.output()).contains("V1__names.sql has changed since the rehearsal", "rehearsal:verify");
    }

    @Test
    void without_a_rehearsal_there_is_no_plan() throws IOException {
        BuildResult build = project("not-rehearsed").run("rehearsal:plan");

        assertThat(build.succeeded()).isFalse();
        assertThat(build.output()).contains("report.json", "run mvn rehearsal:verify first", "MojoExecutionException");
    }

    private static MavenBuild project(String name) throws IOException {
        MavenBuild build = MavenBuild.ofCopy(Path.of("src/it/plain"), "plan-" + name);
        Files.createDirectories(migrations(build));
        Files.writeString(migrations(build).resolve("V1__names.sql"), UP);
        Files.writeString(migrations(build).resolve("U1__names.sql"), "DROP TABLE names;\n");
        return build;
    }

    private static Path migrations(MavenBuild build) {
        return build.project().resolve("src/main/resources/db/migration");
    }
}
