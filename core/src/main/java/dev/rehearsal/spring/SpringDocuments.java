package dev.rehearsal.spring;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.text.Flattened;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a file of Spring's into its documents: a YAML file and a properties file can hold several. */
public final class SpringDocuments {
    private static final String ON_PROFILE = "spring.config.activate.on-profile";
    private static final List<String> CONDITIONS = List.of(ON_PROFILE, "spring.profiles");

    private SpringDocuments() {}

    /**
     * {@return the properties of all documents of a file that are for the profiles, a later one over an earlier}
     *
     * @param name the file's name, for a reader
     * @param text what it holds
     * @param profiles those that are asked for
     * @throws MigrationSourceException if it cannot be read
     */
    public static Map<String, String> of(String name, String text, SpringProfiles profiles) {
        Map<String, String> all = new LinkedHashMap<>();
        try {
            for (Map<String, String> document : name.endsWith(".properties") ? properties(text) : yaml(text)) {
                if (isFor(document, profiles)) {
                    over(all, document);
                }
            }
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new MigrationSourceException("Cannot read " + name + ": " + e.getMessage(), e);
        }
        return all;
    }

    /** What is said later wins whole: in another spelling, and a list over all entries of the one before. */
    static <T> void over(Map<String, T> all, Map<String, T> later) {
        Set<String> said = later.keySet().stream().map(SpringNames::plain).collect(Collectors.toSet());
        all.keySet().removeIf(key -> said.contains(SpringNames.plain(key)));
        all.putAll(later);
    }

    private static boolean isFor(Map<String, String> document, SpringProfiles profiles) {
        String condition = CONDITIONS.stream()
                .map(document::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean elsewhere = document.keySet().stream()
                .anyMatch(key -> key.startsWith("spring.config.activate") && !key.equals(ON_PROFILE));
        return !elsewhere && (condition == null || profiles.match(condition));
    }

    private static List<Map<String, String>> properties(String text) throws IOException {
        List<Map<String, String>> documents = new ArrayList<>();
        for (String part : text.split("(?m)^[#!]---\\s*$", -1)) {
            Properties properties = new Properties();
            properties.load(new StringReader(part));
            Map<String, String> flat = new LinkedHashMap<>();
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(key -> flat.put(key, properties.getProperty(key)));
            documents.add(flat);
        }
        return documents;
    }

    private static List<Map<String, String>> yaml(String text) {
        List<Map<String, String>> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes =
                new YAMLMapper().readerFor(JsonNode.class).readValues(text)) {
            while (nodes.hasNext()) {
                documents.add(Flattened.of(nodes.next()));
            }
        }
        return documents;
    }
}
