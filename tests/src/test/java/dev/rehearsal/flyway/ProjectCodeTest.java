package dev.rehearsal.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.postgres.watch.PostgresObservatory;
import dev.rehearsal.result.StatementFacts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the project's own classes send is the migration's; what Flyway sends beside the scripts is its own. */
class ProjectCodeTest {
    private static final String SQL = "filesystem:src/main/resources/db/migration";

    @TempDir
    private Path base;

    @Test
    void statements_of_java_migrations_and_of_java_callbacks_are_the_migrations_and_no_others() throws SQLException {
        TestProject project = new TestProject(base)
                .script("V1__a.sql", "CREATE TABLE users (id int);", "SELECT 1;")
                .script("beforeEachMigrate.sql", "SELECT 'of a callback of SQL';")
                .set("flyway.locations", SQL + ",classpath:dev/rehearsal/flyway/java")
                .set("flyway.callbacks", "dev.rehearsal.flyway.callback.RecordingCallback");

        assertThat(sent(project, "2"))
                .containsExactly(
                        "1 CREATE TABLE users (id int)",
                        "2 SELECT 1",
                        "0 CREATE TABLE IF NOT EXISTS recorded (script text)",
                        "0 INSERT INTO recorded VALUES ('V1__a.sql')",
                        "0 INSERT INTO users (id) VALUES (42)",
                        "0 CREATE TABLE IF NOT EXISTS recorded (script text)",
                        "0 INSERT INTO recorded VALUES ('dev.rehearsal.flyway.java.V2__Fill_names')");
    }

    @Test
    void after_a_java_migration_that_fails_flyway_is_itself_again() throws SQLException {
        TestProject project = new TestProject(base)
                .script("V1__a.sql", "CREATE TABLE users (id int);")
                .set("flyway.locations", SQL + ",classpath:dev/rehearsal/flyway/java/two");

        assertThat(sent(project, "3")).noneMatch(sql -> sql.contains("flyway_schema_history"));
    }

    private static List<String> sent(TestProject project, String version) throws SQLException {
        ObservationOptions options = new ObservationOptions(false, null, Duration.ofMinutes(1), false, Set.of());
        try (Observation observation = new PostgresObservatory().begin(project.database(), options)) {
            project.runner().up(observation.migrating(), project.migration(version), observation.events());
            return observation.finish().statements().stream()
                    .map(ProjectCodeTest::shown)
                    .toList();
        }
    }

    private static String shown(StatementFacts statement) {
        return statement.line() + " " + statement.sql();
    }
}
