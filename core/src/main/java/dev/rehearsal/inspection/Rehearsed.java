package dev.rehearsal.inspection;

import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema that a rehearsal ended with.
 *
 * @param version the newest version that was applied
 * @param server the version of the server that it ran on: {@code 18.4}
 * @param snapshot the catalogue
 */
public record Rehearsed(String version, String server, SchemaSnapshot snapshot) {
    /** The file that the rehearsal keeps it in. */
    public static final String FILE = "schema.json";

    /**
     * {@return what the last rehearsal kept; empty if it kept nothing, or did not reach its end}
     *
     * @param reports the folder of its reports
     * @throws IOException if the file cannot be read
     */
    public static Optional<Rehearsed> in(Path reports) throws IOException {
        Path file = reports.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = new JsonMapper().readTree(Files.readString(file));
            return root.required("objects").isNull() ? Optional.empty() : Optional.of(read(root));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Rehearsed read(JsonNode root) {
        Map<SchemaObject, String> definitions = new HashMap<>();
        for (JsonNode object : root.required("objects")) {
            definitions.put(
                    new SchemaObject(
                            object.required("type").asString(),
                            object.required("name").asString()),
                    object.required("definition").asString());
        }
        return new Rehearsed(
                root.required("version").asString(),
                root.required("databaseVersion").asString(),
                SchemaSnapshot.of(definitions));
    }

    /** {@return whether an object's rehearsed definition says this} */
    boolean says(SchemaObject object, String words) {
        return snapshot.definitions().getOrDefault(object, "").contains(words);
    }
}
