package dev.rehearsal.provider.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(9);

    @TempDir
    Path home;

    private HttpServer engine;
    private String host;

    @BeforeEach
    void an_engine_that_answers() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host = "tcp://127.0.0.1:" + engine.getAddress().getPort();
        answer("/_ping", 200, "OK");
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void no_socket_is_said_to_be_missing() {
        refuses(Map.of(), "No container engine answers: unix://", "there is no such socket", "use embedded");
    }

    @Test
    void a_socket_without_a_listener_is_said_to_be_dead() throws IOException {
        Path socket = home.resolve("docker.sock");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket))
                .close();
        assertThat(socket).exists();
        refuses(Map.of("DOCKER_HOST", "unix://" + socket), "nobody listens there: it is not running");
    }

    @Test
    void a_port_without_a_listener_is_said_to_be_dead() {
        refuses(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"), "nobody listens there");
    }

    @Test
    void an_engine_that_never_answers_is_given_up_within_seconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + silent.getLocalPort()), "no answer within 2 s");
        }
    }

    @Test
    void the_engine_of_testcontainers_own_configuration_is_found() throws IOException {
        Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=" + host);
        assertThat(new EngineLookup(Map.of(), home).find().host()).hasToString(host);
    }

    @Test
    void an_image_that_is_there_is_found() {
        answer("/images/postgres:18/json", 200, "{}");
        assertThat(images().isPresent("postgres:18")).isTrue();
        assertThat(images().isPresent("postgres:17")).isFalse();
    }

    @Test
    void an_unreachable_registry_is_reported_in_its_own_words() {
        answer("/images/create", 500, "{\"message\":\"dial tcp: lookup registry-1.docker.io: no such host\"}");
        assertThat(images().obstacle("postgres:18")).isEqualTo("dial tcp: lookup registry-1.docker.io: no such host");
    }

    @Test
    void an_unknown_image_is_reported_in_the_registrys_words() {
        answer("/images/create", 200, "{\"errorDetail\":{\"message\":\"manifest unknown\"},\"error\":\"x\"}\n");
        assertThat(images().obstacle("postgres:99")).isEqualTo("manifest unknown");
    }

    @Test
    void a_registry_that_delivers_is_no_obstacle() {
        answer("/images/create", 200, "{\"status\":\"Pulling from library/postgres\",\"id\":\"18\"}\n");
        assertThat(images().obstacle("postgres:18")).isEmpty();
    }

    @Test
    void a_registry_that_wants_a_login_is_left_to_testcontainers() {
        answer("/images/create", 500, "{\"message\":\"pull access denied for team/postgres\"}");
        assertThat(images().obstacle("team/postgres:18")).isEmpty();
    }

    @Test
    void a_registry_that_never_answers_is_given_up_within_seconds() {
        engine.createContext("/images/create", exchange -> {});
        long start = System.nanoTime();
        assertThat(images().obstacle("postgres:18")).contains("no answer within 6 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(A_FEW_SECONDS);
    }

    @Test
    void missing_testcontainers_is_named_as_a_dependency() throws IOException {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> ContainerProvider.requireTestcontainers(empty))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("Add the dependency org.testcontainers:testcontainers-postgresql:");
        }
    }

    private ImagePreflight images() {
        return new ImagePreflight(new ContainerEngine(URI.create(host), true));
    }

    private void answer(String path, int status, String body) {
        engine.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
    }

    private void refuses(Map<String, String> environment, String... messages) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> new EngineLookup(hidden(environment), home).find())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContainingAll(messages);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(A_FEW_SECONDS);
    }

    /** Keeps the engine of this machine, if there is one, out of the test. */
    private static Map<String, String> hidden(Map<String, String> environment) {
        return environment.isEmpty() ? Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock") : environment;
    }
}
