package dev.rehearsal.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spring Boot would tell Flyway: resolved, by profile, and from the modules that the project stands on. */
class SpringConfigurationTest {
    @TempDir
    Path base;

    @Test
    void a_reference_is_resolved_by_the_environment_then_by_a_property_then_by_its_default() throws IOException {
        write("src/main/resources/application.yml", """
                shop: {schema: app, history-table: "${HISTORY:applied}_v2"}
                spring.flyway:
                  schemas: ${shop.schema}
                  table: ${shop.historyTable}
                  installed-by: ${shop.migrator-name:nobody}
                  encoding: ${ENCODING:${shop.encoding:ISO-8859-1}}
                """);

        Map<String, String> set = read(Map.of("SHOP_MIGRATORNAME", "pipeline"));

        assertThat(set)
                .containsEntry("schemas", "app")
                .containsEntry("table", "applied_v2")
                .containsEntry("installedBy", "pipeline")
                .containsEntry("encoding", "ISO-8859-1");
        assertThat(read(Map.of("HISTORY", "h"))).containsEntry("table", "h_v2").containsEntry("installedBy", "nobody");
    }

    @Test
    void what_nobody_says_is_told_with_its_line_and_the_setting() throws IOException {
        write("src/main/resources/application.properties", """
                # a comment
                spring.flyway.password=${SECRET}
                spring.flyway.table=${TABLE_NAME}
                circle=${circle}
                spring.flyway.schemas=${circle}
                """);

        SpringConfiguration told = SpringConfiguration.read(FlywayProject.at(base), name -> null);

        assertThat(told.flyway()).isEmpty();
        assertThat(told.notes())
                .hasSize(2)
                .anySatisfy(note -> assertThat(note)
                        .contains("spring.flyway.table", "application.properties:3", "${TABLE_NAME}", "flyway.table"))
                .anySatisfy(note -> assertThat(note).contains("spring.flyway.schemas", "application.properties:5"));
    }

    @Test
    void profiles_are_followed_on_request_alone() throws IOException {
        write("src/main/resources/application.yml", """
                spring.profiles.active: prod
                spring.flyway.table: base
                ---
                spring.config.activate.on-profile: prod & !local
                spring.flyway.table: prod
                """);
        write("src/main/resources/application-test.yml", "spring.flyway: {table: test, schemas: t}\n");

        assertThat(read(Map.of())).containsEntry("table", "base").doesNotContainKey("schemas");
        assertThat(SpringConfiguration.read(FlywayProject.at(base)).notes())
                .singleElement()
                .asString()
                .contains("spring.profiles.active=prod", "application.yml", "rehearsal.springProfiles");
        assertThat(read("prod", Map.of())).containsEntry("table", "prod");
        assertThat(read("prod,local", Map.of())).containsEntry("table", "base");
        assertThat(read("prod,test", Map.of())).containsEntry("table", "test").containsEntry("schemas", "t");
        assertThat(SpringConfiguration.read(project("prod")).notes()).isEmpty();
    }

    @Test
    void what_a_profile_says_in_another_spelling_or_as_a_shorter_list_wins_whole() throws IOException {
        write("src/main/resources/application.properties", """
                spring.flyway.installed-by=base
                spring.flyway.locations[0]=classpath:a/{vendor}
                spring.flyway.locations[1]=classpath:b
                spring.flyway.schemas=one,two
                """);
        write("src/main/resources/application-prod.properties", """
                spring.flyway.installedBy=prod
                spring.flyway.locations[0]=classpath:c
                spring.flyway.schemas[0]=three
                """);

        assertThat(read(Map.of()))
                .containsEntry("installedBy", "base")
                .containsEntry("locations", "classpath:a/postgresql,classpath:b")
                .containsEntry("schemas", "one,two");
        assertThat(read("prod", Map.of()))
                .containsEntry("installedBy", "prod")
                .containsEntry("locations", "classpath:c")
                .containsEntry("schemas", "three");
        assertThat(SpringProperties.read("application.yml", "spring.flyway.locations: db/{vendor}", "mariadb"))
                .containsEntry("locations", "db/mariadb");
    }

    @Test
    void the_files_of_another_module_are_read_where_the_project_has_none() throws IOException {
        Path jar = base.resolve("other.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("application.properties"));
            out.write("spring.flyway.table=theirs\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.closeEntry();
        }
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            FlywayProject project = FlywayProject.at(base).withClassLoader(classes);

            assertThat(FlywaySettings.read(project).get("table")).isEqualTo("theirs");
            write("src/main/resources/application.yml", "spring.flyway.schemas: ours\n");
            assertThat(FlywaySettings.read(project).get("table")).isNull();
        }
    }

    @Test
    void connection_parameters_come_from_every_place_without_who_and_where() throws IOException {
        write("src/main/resources/application.yml", """
                spring.datasource.url: "jdbc:postgresql://db:5432/shop?user=u&ssl=true&currentSchema=app&options=-c%20a.b=1"
                """);
        assertThat(ConnectionParameters.of(FlywayProject.at(base)))
                .isEqualTo(Map.of("currentSchema", "app", "options", "-c a.b=1"));

        write(
                "flyway.conf",
                "flyway.url=jdbc:postgresql://db/x?stringtype=unspecified\nflyway.jdbcProperties.timezone=UTC");
        FlywayProject project = FlywayProject.at(base).rehearsedWith(Map.of("timeZone", "Europe/Berlin"));

        assertThat(ConnectionParameters.of(project))
                .isEqualTo(Map.of("stringtype", "unspecified", "TimeZone", "Europe/Berlin"));
        assertThat(FlywaySettings.read(project).notes()).isEmpty();
    }

    private Map<String, String> read(Map<String, String> environment) {
        return read("", environment);
    }

    private Map<String, String> read(String profiles, Map<String, String> environment) {
        Map<String, String> values = new java.util.TreeMap<>();
        SpringConfiguration.read(project(profiles), environment::get)
                .flyway()
                .forEach((key, said) -> values.put(key, said.value()));
        return values;
    }

    private FlywayProject project(String profiles) {
        return FlywayProject.at(base).rehearsedWith(Map.of("springProfiles", profiles));
    }

    private void write(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
