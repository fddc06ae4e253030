package dev.rehearsal.mariadb.effect;

import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened to the indexes, constraints and triggers of tables that were there before and after, and to programs.
 *
 * @param was the catalogue before
 * @param now and after
 */
record PartDiff(CatalogState was, CatalogState now) {
    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (String table : now.tables()) {
            if (was.hasTable(table)) {
                parts(table, "index", effects);
                parts(table, "constraint", effects);
                parts(table, "trigger", effects);
            }
        }
        named("view", Kind.VIEW_CREATED, Kind.VIEW_DROPPED, effects);
        named("function", Kind.FUNCTION_CREATED, Kind.FUNCTION_DROPPED, effects);
        named("procedure", Kind.FUNCTION_CREATED, Kind.FUNCTION_DROPPED, effects);
        return effects;
    }

    private void parts(String table, String type, List<Effect> effects) {
        Map<String, String> before = was.of(table, type);
        Map<String, String> after = now.of(table, type);
        Set<String> renamed = new HashSet<>();
        if (type.equals("index")) {
            after.forEach((name, text) -> before.forEach((old, same) -> {
                if (!before.containsKey(name) && !after.containsKey(old) && same.equals(text) && renamed.add(old)) {
                    renamed.add(name);
                    effects.add(Effect.of(Kind.INDEX_RENAMED, table, name).changing(old, name));
                }
            }));
        }
        before.forEach((name, text) -> {
            if (!text.equals(after.get(name)) && !renamed.contains(name)) {
                effects.add(traits(Effect.of(gone(type), table, name), text));
            }
        });
        after.forEach((name, text) -> {
            if (!text.equals(before.get(name)) && !renamed.contains(name)) {
                effects.add(traits(Effect.of(fresh(type), table, name), text).changing(null, text));
            }
        });
    }

    private static Kind gone(String type) {
        return switch (type) {
            case "index" -> Kind.INDEX_DROPPED;
            case "constraint" -> Kind.CONSTRAINT_DROPPED;
            default -> Kind.TRIGGER_DROPPED;
        };
    }

    private static Kind fresh(String type) {
        return switch (type) {
            case "index" -> Kind.INDEX_CREATED;
            case "constraint" -> Kind.CONSTRAINT_ADDED;
            default -> Kind.TRIGGER_CREATED;
        };
    }

    private static Effect traits(Effect effect, String text) {
        return effect.on(CatalogState.columns(text))
                .with(Trait.UNIQUE, text.startsWith("UNIQUE"))
                .with(Trait.PRIMARY, text.startsWith("PRIMARY"))
                .with(Trait.FOREIGN_KEY, text.startsWith("FOREIGN"))
                .with(Trait.CHECK, text.startsWith("CHECK"));
    }

    private void named(String type, Kind created, Kind dropped, List<Effect> effects) {
        Set<String> before = was.names(type);
        Set<String> after = now.names(type);
        after.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> effects.add(Effect.of(created, name, null)));
        before.stream()
                .filter(name -> !after.contains(name))
                .forEach(name -> effects.add(Effect.of(dropped, name, null)));
    }
}
