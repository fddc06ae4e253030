package dev.rehearsal.settings;

import dev.rehearsal.text.Flattened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code rehearsal.yaml}, whose keys are nested where an id has a dot. */
public final class SettingsFile {
    /** The file's name at a project's root. */
    public static final String NAME = "rehearsal.yaml";

    private SettingsFile() {}

    /**
     * {@return the settings of the file in a project's root; none if there is no such file}
     *
     * @param root the project's root
     * @throws InvalidSettingException if the file cannot be read, or holds a key that is not known
     */
    public static Settings read(Path root) {
        Path file = root.resolve(NAME);
        if (!Files.exists(file)) {
            return new Settings(Map.of());
        }
        try {
            JsonNode tree = new YAMLMapper().readTree(Files.readString(file));
            Map<String, String> texts = Flattened.of(tree);
            Key.ARGUMENTS.forEach(key -> arguments(tree, key).ifPresent(text -> texts.put(key.id(), text)));
            return Settings.of(texts, NAME);
        } catch (IOException | JacksonException e) {
            throw new InvalidSettingException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** A comma may be part of an argument, so it cannot stand between them as it does in other lists. */
    private static Optional<String> arguments(JsonNode tree, Key key) {
        JsonNode nested = tree.at("/" + key.id().replace('.', '/'));
        JsonNode node = nested.isMissingNode() ? tree.path(key.id()) : nested;
        return node.isArray()
                ? Optional.of(ArgumentList.text(
                        node.valueStream().map(JsonNode::asString).toList()))
                : Optional.empty();
    }
}
