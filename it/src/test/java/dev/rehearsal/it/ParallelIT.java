package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Modules that are built side by side, in threads whose class loaders are anybody's. */
class ParallelIT {
    @Test
    void each_module_finds_its_own_engine_and_runner() {
        BuildResult build = MavenBuild.ofCopy(Path.of("src/it/parallel"), "parallel")
                .with("-T", "2", "-Drehearsal.rows=50", "-Drehearsal.lockQueue.hold=0s")
                .run("verify");

        assertThat(build.succeeded()).as(build.output()).isTrue();
        assertThat(build.output()).contains("thread count of 2");
        assertRehearsed(build, "flyway", "V1__orders.sql");
        assertRehearsed(build, "plain", "1_notes.up.sql");
    }

    private static void assertRehearsed(BuildResult all, String module, String script) {
        BuildResult build =
                new BuildResult(all.exit(), all.output(), all.project().resolve(module));
        JsonNode report = build.report();
        assertThat(report.at("/verdict").asString()).as(all.output()).isEqualTo("PASSED");
        assertThat(report.at("/engine").asString()).isEqualTo("postgres");
        assertThat(report.at("/runner").asString()).isEqualTo(module.equals("plain") ? "sql" : "flyway");
        assertThat(report.at("/migrations").size()).isEqualTo(1);
        assertThat(report.at("/migrations/0/script").asString()).isEqualTo(script);
    }
}
