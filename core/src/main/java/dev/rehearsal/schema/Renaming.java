package dev.rehearsal.schema;

import dev.rehearsal.schema.Definition.Trait;
import dev.rehearsal.schema.SchemaDifference.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Objects that came back under another name: each with the same meaning on the same table.
 *
 * @param original the object of the first snapshot, by that of the second
 * @param differences one for each
 */
record Renaming(Map<SchemaObject, SchemaObject> original, List<SchemaDifference> differences) {
    Renaming {
        original = Map.copyOf(original);
        differences = List.copyOf(differences);
    }

    static Renaming between(SortedMap<SchemaObject, Definition> before, SortedMap<SchemaObject, Definition> after) {
        Map<Likeness, List<SchemaObject>> vanished = new LinkedHashMap<>();
        before.forEach((object, definition) -> {
            if (definition.is(Trait.NAMED_FREELY) && !after.containsKey(object)) {
                vanished.computeIfAbsent(Likeness.of(object, definition), key -> new ArrayList<>())
                        .add(object);
            }
        });
        Map<SchemaObject, SchemaObject> original = new HashMap<>();
        List<SchemaDifference> differences = new ArrayList<>();
        after.forEach((object, definition) -> {
            List<SchemaObject> alike = vanished.getOrDefault(Likeness.of(object, definition), new ArrayList<>());
            if (definition.is(Trait.NAMED_FREELY) && !before.containsKey(object) && !alike.isEmpty()) {
                SchemaObject first = alike.remove(0);
                original.put(object, first);
                differences.add(new SchemaDifference(
                        first, Change.ALTERED, text(first, definition), text(object, definition), true));
            }
        });
        return new Renaming(original, differences);
    }

    /** {@return the second snapshot as if nothing had been renamed} */
    Map<SchemaObject, Definition> undo(SortedMap<SchemaObject, Definition> after) {
        Map<SchemaObject, Definition> renamed = new HashMap<>();
        after.forEach((object, definition) -> renamed.put(undone(object, definition), definition));
        return renamed;
    }

    private SchemaObject undone(SchemaObject object, Definition definition) {
        SchemaObject described = definition.describes() == null ? object : definition.describes();
        SchemaObject first = original.get(described);
        return first == null ? object : new SchemaObject(object.type(), first.name());
    }

    private static String text(SchemaObject object, Definition definition) {
        return object.name() + ": " + definition.text();
    }

    /** What two objects have in common that are one under two names. */
    private record Likeness(String type, List<SchemaObject> belongsTo, String meaning) {
        static Likeness of(SchemaObject object, Definition definition) {
            return new Likeness(object.type(), definition.belongsTo(), definition.meaning());
        }
    }
}
