package dev.rehearsal.flyway;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code spring.flyway.*} of a Spring Boot project, of no profile; values with {@code ${…}} are left out. */
final class SpringProperties {
    private static final String PREFIX = "spring.flyway.";
    private static final Pattern HYPHEN = Pattern.compile("-(.)");
    private static final Pattern LIST_INDEX = Pattern.compile("\\[\\d+]$");

    private SpringProperties() {}

    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        (file.toString().endsWith(".properties") ? properties(file) : yaml(file)).forEach((key, value) -> {
            if (key.startsWith(PREFIX) && !value.contains("${")) {
                settings.merge(name(key), value.replace("{vendor}", "postgresql"), (one, more) -> one + "," + more);
            }
        });
        return settings;
    }

    private static String name(String key) {
        String name = LIST_INDEX.matcher(key.substring(PREFIX.length())).replaceFirst("");
        if (name.startsWith("placeholders.")) {
            return name;
        }
        String camel = HYPHEN.matcher(name).replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT));
        return camel.equals("initSqls")
                ? "initSql"
                : camel.equals("postgresql.transactionalLock") ? "postgresql.transactional.lock" : camel;
    }

    private static Map<String, String> properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> flat = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(key -> flat.put(key, properties.getProperty(key)));
        return flat;
    }

    private static Map<String, String> yaml(Path file) {
        Map<String, String> flat = new LinkedHashMap<>();
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            while (documents.hasNext()) {
                Map<String, String> document = Flattened.of(documents.next());
                if (document.keySet().stream().noneMatch(key -> key.startsWith("spring.config.activate"))) {
                    flat.putAll(document);
                }
            }
        }
        return flat;
    }
}
