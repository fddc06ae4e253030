package dev.rehearsal.flyway;

import dev.rehearsal.text.Flattened;
import java.io.IOException;
import java.io.StringReader;
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

    static Map<String, String> read(String name, String text) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        (name.endsWith(".properties") ? properties(text) : yaml(text)).forEach((key, value) -> {
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

    private static Map<String, String> properties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> flat = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(key -> flat.put(key, properties.getProperty(key)));
        return flat;
    }

    private static Map<String, String> yaml(String text) {
        Map<String, String> flat = new LinkedHashMap<>();
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(text)) {
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
