package dev.rehearsal.flyway;

import dev.rehearsal.settings.Flattened;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads {@code flyway.toml}: Flyway's library has no reader for it. */
final class Toml {
    private Toml() {}

    /** {@return the settings of the table {@code flyway} and of the environment that it names} */
    static Map<String, String> read(String text) {
        JsonNode root = new TomlMapper().readTree(text);
        JsonNode flyway = root.path("flyway");
        JsonNode environment =
                root.path("environments").path(flyway.path("environment").asString("default"));
        Map<String, String> settings = new LinkedHashMap<>(Flattened.of(flyway));
        Flattened.of(environment)
                .forEach((key, value) ->
                        settings.put(key.startsWith("flyway.") ? key.substring("flyway.".length()) : key, value));
        settings.remove("environment");
        return settings;
    }
}
