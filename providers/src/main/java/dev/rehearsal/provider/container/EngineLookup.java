package dev.rehearsal.provider.container;

import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Finds the container engine where Testcontainers looks for it, and says what is wrong with each that is not one.
 *
 * @param environment the environment variables
 * @param home the user's home
 */
record EngineLookup(Map<String, String> environment, Path home) {
    private static final Duration PING = Duration.ofSeconds(2);
    private static final String ADVICE = " Start Docker (or set DOCKER_HOST), or use embedded, which needs none.";

    EngineLookup {
        environment = Map.copyOf(environment);
    }

    /** {@return an engine that answers} */
    ContainerEngine find() {
        List<String> problems = new ArrayList<>();
        for (String candidate : candidates()) {
            ContainerEngine engine = new ContainerEngine(URI.create(candidate), isAskable(candidate));
            String problem = problem(engine);
            if (problem.isEmpty()) {
                return engine;
            }
            problems.add(candidate + ": " + problem);
        }
        throw new DatabaseUnavailableException(
                "No container engine answers: " + String.join("; ", problems) + "." + ADVICE);
    }

    private List<String> candidates() {
        String configured = environment.getOrDefault("DOCKER_HOST", property("docker.host"));
        if (!configured.isBlank()) {
            return List.of(configured);
        }
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return List.of("npipe:////./pipe/docker_engine");
        }
        List<String> sockets = new ArrayList<>(List.of("unix:///var/run/docker.sock"));
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isBlank()) {
            sockets.add("unix://" + runtime + "/docker.sock");
        }
        sockets.add("unix://" + home + "/.docker/run/docker.sock");
        sockets.add("unix://" + home + "/.docker/desktop/docker.sock");
        return sockets;
    }

    private boolean isAskable(String candidate) {
        return candidate.startsWith("unix:")
                || (candidate.startsWith("tcp:")
                        && environment.getOrDefault("DOCKER_TLS_VERIFY", "").isBlank());
    }

    private String property(String name) {
        Path file = home.resolve(".testcontainers.properties");
        Properties properties = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new DatabaseUnavailableException("Cannot read " + file + ": " + e, e);
            }
        }
        return properties.getProperty(name, "");
    }

    private static String problem(ContainerEngine engine) {
        if (!engine.askable()) {
            return "";
        }
        if (engine.isLocal() && !Files.exists(Path.of(engine.host().getPath()))) {
            return "there is no such socket";
        }
        try {
            int status = engine.get("/_ping", PING).status();
            return status == 200 ? "" : "it answers with HTTP status " + status;
        } catch (IOException e) {
            return explain(String.valueOf(e.getMessage()));
        }
    }

    private static String explain(String message) {
        if (message.contains("Permission denied")) {
            return "permission denied: this user may not use it (is it in the group docker?)";
        }
        return message.contains("Connection refused") ? "nobody listens there: it is not running" : message;
    }
}
