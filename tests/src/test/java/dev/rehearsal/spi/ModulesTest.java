package dev.rehearsal.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.ServerAccess;
import org.junit.jupiter.api.Test;

class ModulesTest {
    @Test
    void of_two_engines_each_database_finds_its_own() {
        assertThat(engine("embedded")).isEqualTo("postgres");
        assertThat(engine("embedded:17")).isEqualTo("postgres");
        assertThat(engine("embedded:mariadb")).isEqualTo("mariadb");
        assertThat(engine("embedded:mariadb:11.4")).isEqualTo("mariadb");
        assertThat(engine("container:registry.example/mariadb-tools/postgis:18"))
                .isEqualTo("postgres");
        assertThat(engine("container:registry.example:5000/team/mariadb:11.4@sha256:abc"))
                .isEqualTo("mariadb");
        assertThat(engine("jdbc:postgresql://localhost/mariadb")).isEqualTo("postgres");
        assertThat(engine("jdbc:mariadb://localhost/postgres")).isEqualTo("mariadb");
    }

    @Test
    void of_two_engines_each_url_finds_its_own() {
        assertThat(Modules.engine("jdbc:postgresql://localhost/x").orElseThrow().id())
                .isEqualTo("postgres");
        assertThat(Modules.engine("jdbc:mariadb://localhost/x").orElseThrow().id())
                .isEqualTo("mariadb");
        assertThat(Modules.engine("jdbc:oracle:thin:@x")).isEmpty();
        assertThat(Modules.products()).isEqualTo("MariaDB or PostgreSQL");
    }

    @Test
    void what_mariadb_cannot_be_rehearsed_on_yet_names_what_it_can() {
        refused("container:mariadb:11.4", "Write rehearsal.database=embedded:mariadb");
        refused("jdbc:mariadb://localhost/x", "Write rehearsal.database=embedded:mariadb");
        refused("embedded:mariadb:10.3", "MariaDB comes as 11.4");
    }

    private static void refused(String database, String message) {
        DatabaseSpec spec = DatabaseSpec.parse(database);
        ServerPrograms programs = ServerPrograms.of(ModulesTest.class.getClassLoader());
        assertThatThrownBy(() -> Modules.engine(spec).provider(spec, ServerAccess.NONE, programs))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(message);
    }

    private static String engine(String database) {
        return Modules.engine(DatabaseSpec.parse(database)).id();
    }
}
