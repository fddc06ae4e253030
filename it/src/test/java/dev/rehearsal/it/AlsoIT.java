package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One build rehearses the same on a further server, and on one that there is not. */
class AlsoIT {
    @Test
    void a_further_server_has_reports_of_its_own_and_one_that_is_missing_is_not_passed_over() throws IOException {
        BuildResult build = MavenBuild.ofSample("plain-sql", "plain-sql-also")
                .with("-Drehearsal.also=embedded,embedded:99", "-Drehearsal.lockQueue.hold=0s")
                .run("verify");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        JsonNode report = build.report();
        JsonNode others = report.at("/database/others");
        assertThat(others.size()).isEqualTo(2);
        assertThat(others.at("/0/verdict").asString()).as(build.output()).isEqualTo("PASSED");
        assertThat(others.at("/1/server").asString()).isEqualTo("embedded:99");
        assertThat(others.at("/1/verdict").asString()).isEqualTo("INCOMPLETE");
        assertThat(report.at("/verdict").asString()).isEqualTo("INCOMPLETE");
        assertThat(report.at("/findings").toString()).contains("On embedded:99: ");
        Path also = build.project().resolve("target/rehearsal/also");
        assertThat(also.resolve("embedded/report.html")).exists();
        assertThat(Files.readString(also.resolve("embedded-99/report.json"))).contains("INCOMPLETE");
    }
}
