package dev.rehearsal.schema;

import dev.rehearsal.schema.SchemaDifference.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Constraints and indexes that came back under another name: each with the same definition on the same table.
 *
 * @param original the object of the first snapshot, by that of the second
 * @param differences one for each
 */
record Renaming(Map<SchemaObject, SchemaObject> original, List<SchemaDifference> differences) {
    private static final Set<String> TYPES = Set.of("constraint", "index");
    private static final List<String> PROPERTIES = List.of("", "comment on ", "grants on ", "security label on ");

    Renaming {
        original = Map.copyOf(original);
        differences = List.copyOf(differences);
    }

    static Renaming between(SortedMap<SchemaObject, String> before, SortedMap<SchemaObject, String> after) {
        Map<List<String>, List<SchemaObject>> vanished = new LinkedHashMap<>();
        before.forEach((object, definition) -> {
            if (TYPES.contains(object.type()) && !after.containsKey(object)) {
                vanished.computeIfAbsent(likeness(object, definition), key -> new ArrayList<>())
                        .add(object);
            }
        });
        Map<SchemaObject, SchemaObject> original = new HashMap<>();
        List<SchemaDifference> differences = new ArrayList<>();
        after.forEach((object, definition) -> {
            List<SchemaObject> alike = vanished.getOrDefault(likeness(object, definition), new ArrayList<>());
            if (TYPES.contains(object.type()) && !before.containsKey(object) && !alike.isEmpty()) {
                SchemaObject first = alike.remove(0);
                PROPERTIES.forEach(property -> original.put(of(property, object), of(property, first)));
                differences.add(new SchemaDifference(
                        first, Change.ALTERED, text(first, definition), text(object, definition), true));
            }
        });
        return new Renaming(original, differences);
    }

    /** {@return the second snapshot as if nothing had been renamed} */
    Map<SchemaObject, String> undo(SortedMap<SchemaObject, String> after) {
        Map<SchemaObject, String> renamed = new HashMap<>();
        after.forEach((object, definition) -> renamed.put(original.getOrDefault(object, object), definition));
        return renamed;
    }

    private static SchemaObject of(String property, SchemaObject object) {
        return new SchemaObject(property + object.type(), object.name());
    }

    private static List<String> likeness(SchemaObject object, String definition) {
        return List.of(object.type(), Belonging.parent(object.name()), Parentheses.normalised(definition));
    }

    private static String text(SchemaObject object, String definition) {
        return object.name() + ": " + definition;
    }
}
