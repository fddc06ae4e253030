package dev.rehearsal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseSpec.Kind;
import org.junit.jupiter.api.Test;

class DatabaseSpecTest {
    @Test
    void embedded_alone_is_the_default_version() {
        assertThat(DatabaseSpec.parse("embedded").major()).isEqualTo(18);
    }

    @Test
    void embedded_takes_a_major_version() {
        assertThat(DatabaseSpec.parse(" embedded:15 ").major()).isEqualTo(15);
    }

    @Test
    void a_container_is_any_image() {
        DatabaseSpec spec = DatabaseSpec.parse("container:registry.example:5000/team/postgres:18@sha256:abc");
        assertThat(spec)
                .isEqualTo(new DatabaseSpec(Kind.CONTAINER, "registry.example:5000/team/postgres:18@sha256:abc"));
    }

    @Test
    void a_url_is_a_server() {
        assertThat(DatabaseSpec.parse("jdbc:postgresql://localhost/postgres").kind())
                .isEqualTo(Kind.SERVER);
    }

    @Test
    void an_unknown_version_names_the_nearest() {
        refuses("embedded:17.2", "write embedded:17.");
        refuses("embedded:13", "write embedded:14.");
        refuses("embedded:latest", "write embedded:18.");
        refuses("embedded:", "write embedded:18.");
    }

    @Test
    void an_unknown_form_names_the_nearest() {
        refuses("embeded", "Did you mean embedded?");
        refuses("postgres:18", "Did you mean container:postgres:18?");
        refuses("container:", "Did you mean container:postgres:18?");
        refuses("postgresql://localhost/x", "jdbc:postgresql://host:5432/database");
        refuses("jdbc:mysql://localhost/x", "begins with jdbc:postgresql:");
        refuses("", "Known forms");
    }

    @Test
    void no_password_is_ever_printed() {
        String url = "//me:secret@localhost/x?password=secret";
        assertThatThrownBy(() -> DatabaseSpec.parse("jdbc:mysql:" + url))
                .message()
                .doesNotContain("secret");
        assertThat(DatabaseSpec.parse("jdbc:postgresql:" + url).toString()).doesNotContain("secret");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> DatabaseSpec.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
