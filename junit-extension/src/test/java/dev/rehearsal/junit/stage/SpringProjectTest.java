package dev.rehearsal.junit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.settings.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Spring Boot project says in its own file where its migrations are, and says it once. */
class SpringProjectTest {
    @TempDir
    Path project;

    @BeforeEach
    void migrations_in_two_unusual_places() throws IOException {
        write("target/classes/db/changes/V1__one.sql", "CREATE TABLE one (id int);");
        write("scripts/V2__two.sql", "CREATE TABLE two (id int);");
        write("target/classes/db/migration/V9__not_ours.sql", "CREATE TABLE nine (id int);");
    }

    @Test
    void locations_in_application_properties_are_honoured() throws IOException {
        write(
                "src/main/resources/application.properties",
                "spring.flyway.locations=classpath:db/changes,filesystem:scripts\n");

        assertThat(versions(Map.of())).containsExactly("1", "2");
    }

    @Test
    void locations_in_application_yml_are_honoured() throws IOException {
        write("src/main/resources/application.yml", """
                spring:
                  flyway:
                    locations:
                      - classpath:db/changes
                      - filesystem:scripts
                """);

        assertThat(versions(Map.of())).containsExactly("1", "2");
    }

    @Test
    void what_the_test_says_wins() throws IOException {
        write("src/main/resources/application.properties", "spring.flyway.locations=classpath:db/changes\n");

        assertThat(versions(Map.of("locations", "filesystem:scripts"))).containsExactly("2");
    }

    private List<String> versions(Map<String, String> settings) throws IOException {
        URL[] classes = {project.resolve("target/classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
                SharedStages stages = new SharedStages()) {
            Setup setup = new Setup(project, Settings.of(settings, "a test"), 0L, loader);
            return stages.of(setup).history().migrations().stream()
                    .map(Migration::version)
                    .toList();
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
