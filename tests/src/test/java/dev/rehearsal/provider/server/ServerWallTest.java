package dev.rehearsal.provider.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.Credentials;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.provider.server.ServerInspector.ServerUser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerWallTest {
    private static final String LOCAL = "jdbc:postgresql://localhost:5432/shop";

    @Test
    void a_server_must_be_said_to_be_disposable() {
        refuses(LOCAL, ServerAccess.NONE, "disposable=true");
    }

    @Test
    void a_disposable_server_on_this_machine_is_used() {
        for (String host : List.of("localhost", "127.0.0.1", "127.8.8.8", "[::1]")) {
            accepts("jdbc:postgresql://" + host + "/shop", access(Set.of(), List.of()));
        }
    }

    @Test
    void another_machine_must_be_allowed_by_name() {
        String url = "jdbc:postgresql://192.0.2.1/shop";
        refuses(url, access(Set.of(), List.of()), "add 192.0.2.1 to the allowed hosts");
        refuses(url, access(Set.of("192.0.2.2"), List.of()), "allowed hosts");
        accepts(url, access(Set.of("192.0.2.1"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOCAL,
                "jdbc:postgresql:shop",
                "jdbc:postgresql://localhost/shop",
                "jdbc:postgresql://127.0.0.1/shop?user=me&password=secret",
                "jdbc:postgresql://[::1]:5432/shop?sslmode=disable",
                "jdbc:postgresql://LOCALHOST/%73hop",
                "jdbc:postgresql://db1.invalid,localhost:5432/shop",
                " jdbc:p6spy:postgresql://localhost/shop"
            })
    void the_applications_own_database_is_refused_however_it_is_spelled(String application) {
        refuses(LOCAL, access(Set.of(), List.of("jdbc:h2:mem:x", application)), "the application's own database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5433/shop",
                "jdbc:postgresql://localhost/shop2",
                "jdbc:postgresql://192.0.2.1/shop",
                "jdbc:postgresql://${HOST}:${PORT}/shop",
                "jdbc:mysql://localhost:5432/shop"
            })
    void another_database_of_the_application_is_no_hindrance(String application) {
        accepts(LOCAL, access(Set.of(), List.of(application)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"socketFactory=com.example.Elsewhere", "service=prod", "PGHOST=192.0.2.1", "%50GPORT=1"})
    void a_parameter_that_leads_elsewhere_is_refused(String parameter) {
        refuses(LOCAL + "?ssl=false&" + parameter, access(Set.of(), List.of()), "which Rehearsal does not take");
    }

    @Test
    void several_hosts_are_refused() {
        refuses("jdbc:postgresql://localhost,127.0.0.1/shop", access(Set.of(), List.of()), "Name one host");
    }

    @Test
    void an_unreadable_url_is_refused_without_its_password() {
        assertThatThrownBy(() -> ServerUrl.parse("jdbc:postgresql://localhost:port/x?password=secret"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("it looks like this")
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @Test
    void the_url_of_a_database_keeps_the_parameters_but_the_credentials() {
        ServerUrl url = ServerUrl.parse("jdbc:postgresql://[::1]:5433/a%20b?sslmode=disable&user=me&password=secret");
        assertThat(url.withDatabase("c/d ?")).isEqualTo("jdbc:postgresql://[::1]:5433/c%2Fd%20%3F?sslmode=disable");
        assertThat(url.database()).isEqualTo("a b");
        assertThat(url.credentials()).isEqualTo(new Credentials("me", "secret"));
        assertThat(url.toString()).doesNotContain("secret");
    }

    @Test
    void a_superuser_is_refused_where_it_is_not_asked_for() {
        ServerUser user = new ServerUser("root \"x\"", true, true, false, 180000);
        refuses(user, false, "is a superuser");
        accepts(user, true);
    }

    @Test
    void a_user_that_may_not_create_databases_is_told_what_to_run() {
        refuses(new ServerUser("me \"x\"", false, false, false, 180000), false, "ALTER ROLE \"me \"\"x\"\"\" CREATEDB");
    }

    @Test
    void a_standby_and_an_old_server_are_refused() {
        refuses(new ServerUser("me", false, true, true, 180000), false, "standby");
        refuses(new ServerUser("me", false, true, false, 130022), false, "older than 14");
        accepts(new ServerUser("me", false, true, false, 140000), false);
    }

    @Test
    void what_is_permitted_prints_no_password() {
        ServerAccess access = new ServerAccess(
                new Credentials("me", "secret"), true, true, Set.of(), List.of(LOCAL + "?password=secret"));
        assertThat(access.toString()).doesNotContain("secret");
    }

    private static ServerAccess access(Set<String> hosts, List<String> forbidden) {
        return new ServerAccess(Credentials.NONE, true, false, hosts, forbidden);
    }

    private static void accepts(String url, ServerAccess access) {
        assertThatCode(() -> new ServerWall(ServerUrl.parse(url), access).checkUrl())
                .doesNotThrowAnyException();
    }

    private static void refuses(String url, ServerAccess access, String message) {
        assertThatThrownBy(() -> new ServerWall(ServerUrl.parse(url), access).checkUrl())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(message);
    }

    private static ServerWall wall(boolean superuser) {
        ServerAccess access = new ServerAccess(Credentials.NONE, true, superuser, Set.of(), List.of());
        return new ServerWall(ServerUrl.parse(LOCAL), access);
    }

    private static void accepts(ServerUser user, boolean superuser) {
        assertThatCode(() -> wall(superuser).checkUser(user)).doesNotThrowAnyException();
    }

    private static void refuses(ServerUser user, boolean superuser, String message) {
        assertThatThrownBy(() -> wall(superuser).checkUser(user))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(message);
    }
}
