package dev.rehearsal.inspection;

import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.Definition.Trait;
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
     * @param reader reads what was kept of each definition
     * @throws IOException if the file cannot be read
     */
    public static Optional<Rehearsed> in(Path reports, Reader reader) throws IOException {
        Path file = reports.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = new JsonMapper().readTree(Files.readString(file));
            return root.required("objects").isNull() ? Optional.empty() : Optional.of(read(root, reader));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Rehearsed read(JsonNode root, Reader reader) {
        Map<SchemaObject, Definition> definitions = new HashMap<>();
        for (JsonNode object : root.required("objects")) {
            SchemaObject named = new SchemaObject(
                    object.required("type").asString(), object.required("name").asString());
            definitions.put(
                    named, reader.read(named, object.required("definition").asString()));
        }
        return new Rehearsed(
                root.required("version").asString(),
                root.required("databaseVersion").asString(),
                SchemaSnapshot.of(definitions));
    }

    /** {@return whether the rehearsal left an object so that it is of no use} */
    boolean isUnusable(SchemaObject object) {
        Definition definition = snapshot.definitions().get(object);
        return definition != null && definition.is(Trait.UNUSABLE);
    }

    /** Reads a definition; its engine knows how. */
    @FunctionalInterface
    public interface Reader {
        /**
         * {@return what a text says}
         *
         * @param object whose definition it is
         * @param text as it was kept
         */
        Definition read(SchemaObject object, String text);
    }
}
