package dev.rehearsal.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywaySettingsTest {
    @TempDir
    private Path base;

    @Test
    void flyway_conf_is_read_and_its_database_is_not_ours() throws IOException {
        write("flyway.conf", """
                # a comment
                flyway.url=jdbc:postgresql://production/shop
                flyway.user=admin
                flyway.locations=filesystem:sql,classpath:db/more
                flyway.placeholders.owner=shop
                """);

        FlywaySettings settings = read(Map.of());

        assertThat(settings.locations()).containsExactly("filesystem:sql", "classpath:db/more");
        assertThat(settings.get("placeholders.owner")).isEqualTo("shop");
        assertThat(settings.values()).doesNotContainKeys("url", "user");
        assertThat(settings.notes()).isEmpty();
    }

    @Test
    void flyway_toml_is_read_with_the_environment_that_it_names() throws IOException {
        write("flyway.toml", """
                [flyway]
                environment = "production"
                locations = ["filesystem:sql", "filesystem:more"]
                outOfOrder = true
                [flyway.placeholders]
                owner = "shop"
                [flyway.postgresql.transactional]
                lock = false
                [environments.production]
                url = "jdbc:postgresql://production/shop"
                schemas = ["app", "audit"]
                [environments.production.flyway]
                table = "applied"
                [environments.other]
                schemas = ["wrong"]
                [flywayDesktop]
                developmentEnvironment = "development"
                """);

        FlywaySettings settings = read(Map.of());

        assertThat(settings.locations()).containsExactly("filesystem:sql", "filesystem:more");
        assertThat(settings.list("schemas")).containsExactly("app", "audit");
        assertThat(settings.get("table")).isEqualTo("applied");
        assertThat(settings.get("placeholders.owner")).isEqualTo("shop");
        assertThat(settings.get("outOfOrder")).isEqualTo("true");
        assertThat(settings.transactionalLock()).isFalse();
    }

    @Test
    void spring_boots_properties_are_read_in_any_spelling() throws IOException {
        write("src/main/resources/application.yml", """
                spring:
                  datasource: {url: x}
                  flyway:
                    baseline-on-migrate: true
                    locations: [classpath:db/common, "classpath:db/{vendor}"]
                    placeholders: {table-owner: shop}
                    user: ${DB_USER}
                ---
                spring:
                  config.activate.on-profile: prod
                  flyway.table: other
                """);

        FlywaySettings settings = read(Map.of());

        assertThat(settings.get("baselineOnMigrate")).isEqualTo("true");
        assertThat(settings.locations()).containsExactly("classpath:db/common", "classpath:db/postgresql");
        assertThat(settings.get("placeholders.table-owner")).isEqualTo("shop");
        assertThat(settings.get("table")).isNull();
    }

    @Test
    void spring_boots_properties_file_is_read() throws IOException {
        write("src/main/resources/application.properties", """
                spring.flyway.sql-migration-prefix=M
                spring.flyway.locations[0]=classpath:a
                spring.flyway.locations[1]=classpath:b
                """);

        FlywaySettings settings = read(Map.of());

        assertThat(settings.get("sqlMigrationPrefix")).isEqualTo("M");
        assertThat(settings.locations()).containsExactly("classpath:a", "classpath:b");
    }

    @Test
    void given_settings_win_over_toml_which_wins_over_conf() throws IOException {
        write("flyway.conf", "flyway.table=conf\nflyway.encoding=ISO-8859-1\nflyway.installedBy=conf");
        write("flyway.toml", "[flyway]\ntable = \"toml\"\ninstalledBy = \"toml\"");

        FlywaySettings settings = read(Map.of("flyway.table", "given"));

        assertThat(settings.get("table")).isEqualTo("given");
        assertThat(settings.get("installedBy")).isEqualTo("toml");
        assertThat(settings.get("encoding")).isEqualTo("ISO-8859-1");
    }

    @Test
    void explicit_locations_win_over_all() {
        FlywayProject project = FlywayProject.at(base)
                .withSettings(Map.of("flyway.locations", "filesystem:a"))
                .withLocations("filesystem:b");

        assertThat(FlywaySettings.read(project).locations()).containsExactly("filesystem:b");
    }

    @Test
    void another_configuration_file_can_be_named() throws IOException {
        write("flyway.conf", "flyway.table=standard");
        write("conf/ci.conf", "flyway.table=ci");

        assertThat(read(Map.of("flyway.configFiles", "conf/ci.conf")).get("table"))
                .isEqualTo("ci");
    }

    @Test
    void an_unknown_setting_is_an_error_that_names_the_nearest() throws IOException {
        write("flyway.conf", "flyway.loactions=filesystem:sql");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("flyway.loactions (flyway.conf)")
                .hasMessageContaining("Did you mean flyway.locations?");
    }

    @Test
    void what_only_a_paid_edition_knows_is_ignored_with_a_note() {
        FlywaySettings settings =
                read(Map.of("flyway.licenseKey", "FL01", "flyway.cherryPick", "2", "flyway.oracle.sqlplus", "true"));

        assertThat(settings.values()).isEmpty();
        assertThat(settings.notes())
                .hasSize(3)
                .contains(
                        "flyway.licenseKey (the configuration) has no effect on a rehearsal: undo scripts need no paid"
                                + " edition here, and nothing else of one is used.");
    }

    @Test
    void a_broken_file_is_named() throws IOException {
        write("flyway.toml", "[flyway\n");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("flyway.toml");
    }

    @Test
    void a_missing_configuration_file_is_named() {
        assertThatThrownBy(() -> read(Map.of("flyway.configFiles", "nowhere.conf")))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("nowhere.conf does not exist");
    }

    private FlywaySettings read(Map<String, String> given) {
        return FlywaySettings.read(FlywayProject.at(base).withSettings(given));
    }

    private void write(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
