package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Builds whose migrations a command applies: here psql, file by file. */
@Tag("psql")
class CommandIT {
    private static final String PSQL = "psql -X -q -v ON_ERROR_STOP=1 -f {file}";

    private static MavenBuild psql(String name, String folder) {
        return MavenBuild.ofSample("plain-sql", name)
                .with(
                        "-Drehearsal.command.up=" + PSQL,
                        "-Drehearsal.command.down=" + PSQL,
                        "-Drehearsal.command.files=" + folder + "/*.up.sql",
                        "-Drehearsal.command.undoFiles=" + folder + "/*.down.sql");
    }

    @Test
    void a_right_history_passes() throws Exception {
        BuildResult build = psql("command-right", "migrations").run("verify");

        assertThat(build.succeeded()).as(build.output()).isTrue();
        JsonNode report = build.report();
        assertThat(report.at("/runner").asString()).isEqualTo("command");
        assertThat(report.at("/verdict").asString()).isEqualTo("PASSED");
        assertThat(report.at("/migrations").size()).isEqualTo(3);
        assertThat(report.at("/migrations/2/phases/0/statements/0/line").asInt())
                .as("alone in its file, outside a transaction")
                .isEqualTo(2);
    }

    @Test
    void a_wrong_down_fails() throws Exception {
        BuildResult build = psql("command-wrong", "down-forgets-an-index").run("verify");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains("The rehearsal FAILED").contains("orders_amount");
    }

    @Test
    void a_program_that_is_not_there_is_no_fault_of_a_migration() throws Exception {
        BuildResult build = psql("command-missing", "migrations")
                .with("-Drehearsal.command.up=knexx migrate:up {name}")
                .run("verify");

        assertThat(build.succeeded()).isFalse();
        assertThat(build.output()).contains("rehearsal.command.up: there is no program knexx");
    }

    @Test
    void two_runners_in_one_project_are_two_executions() throws Exception {
        MavenBuild build = MavenBuild.ofSample("plain-sql", "command-two");
        write(
                build.project().resolve("src/main/resources/db/migration/V1__jobs.sql"),
                "CREATE TABLE jobs (id bigint);\n");
        write(build.project().resolve("src/main/resources/db/migration/U1__jobs.sql"), "DROP TABLE jobs;\n");
        Path pom = build.project().resolve("pom.xml");
        write(pom, Files.readString(pom).replaceFirst("(?s)<executions>.*</executions>", """
                <executions>
                  <execution>
                    <id>service</id>
                    <goals><goal>verify</goal></goals>
                    <configuration>
                      <runner>flyway</runner>
                      <outputDirectory>target/service</outputDirectory>
                    </configuration>
                  </execution>
                  <execution>
                    <id>job</id>
                    <goals><goal>verify</goal></goals>
                    <configuration>
                      <commandUp>%s</commandUp>
                      <commandDown>%s</commandDown>
                      <commandFiles>migrations/*.up.sql</commandFiles>
                      <commandUndoFiles>migrations/*.down.sql</commandUndoFiles>
                      <outputDirectory>target/job</outputDirectory>
                    </configuration>
                  </execution>
                </executions>""".formatted(PSQL, PSQL)));

        BuildResult result = build.run("verify");

        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(Files.readString(build.project().resolve("target/service/report.json")))
                .contains("\"runner\" : \"flyway\"");
        assertThat(Files.readString(build.project().resolve("target/job/report.json")))
                .contains("\"runner\" : \"command\"");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
