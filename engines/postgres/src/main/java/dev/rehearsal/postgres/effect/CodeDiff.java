package dev.rehearsal.postgres.effect;

import dev.rehearsal.postgres.effect.CatalogState.Function;
import dev.rehearsal.postgres.effect.CatalogState.Label;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What happened to enum types, functions and triggers between two looks.
 *
 * @param before the earlier look
 * @param after the later look
 */
record CodeDiff(CatalogState before, CatalogState after) {
    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        enums(effects);
        labels(effects);
        functions(effects);
        triggers(effects);
        return effects;
    }

    private void enums(List<Effect> effects) {
        Map<Long, String> was = types(before);
        Map<Long, String> now = types(after);
        now.forEach((oid, name) -> {
            String former = was.get(oid);
            if (former == null) {
                effects.add(Effect.of(Kind.ENUM_CREATED, name, null).on(labels(after, oid)));
            } else if (!former.equals(name)) {
                effects.add(Effect.of(Kind.ENUM_RENAMED, former, null).changing(former, name));
            }
        });
        was.forEach((oid, name) -> {
            if (!now.containsKey(oid)) {
                effects.add(Effect.of(Kind.ENUM_DROPPED, name, null).on(labels(before, oid)));
            }
        });
    }

    private static Map<Long, String> types(CatalogState state) {
        return state.labels().values().stream()
                .collect(Collectors.toMap(Label::typeId, Label::type, (name, same) -> name, TreeMap::new));
    }

    private static List<String> labels(CatalogState state, long type) {
        return state.labels().values().stream()
                .filter(label -> label.typeId() == type)
                .map(Label::text)
                .sorted()
                .toList();
    }

    private void labels(List<Effect> effects) {
        Set<String> types = before.labels().values().stream().map(Label::type).collect(Collectors.toSet());
        after.labels().forEach((oid, now) -> {
            Label was = before.labels().get(oid);
            if (was == null && types.contains(now.type())) {
                effects.add(Effect.of(Kind.ENUM_LABEL_ADDED, now.type(), now.text()));
            } else if (was != null && !was.text().equals(now.text())) {
                effects.add(Effect.of(Kind.ENUM_LABEL_RENAMED, now.type(), was.text())
                        .changing(was.text(), now.text()));
            }
        });
    }

    private void functions(List<Effect> effects) {
        after.functions().forEach((oid, now) -> {
            Function was = before.functions().get(oid);
            if (was == null) {
                effects.add(Effect.of(Kind.FUNCTION_CREATED, now.name(), null));
            } else if (!was.equals(now)) {
                effects.add(Effect.of(Kind.FUNCTION_CHANGED, was.name(), null)
                        .changing(was.name(), now.name())
                        .with(Trait.TRIGGER_FUNCTION, now.trigger()));
            }
        });
        before.functions().forEach((oid, was) -> {
            if (!after.functions().containsKey(oid)) {
                effects.add(
                        Effect.of(Kind.FUNCTION_DROPPED, was.name(), null).with(Trait.TRIGGER_FUNCTION, was.trigger()));
            }
        });
    }

    private void triggers(List<Effect> effects) {
        after.triggers().forEach((oid, now) -> {
            if (!before.triggers().containsKey(oid)) {
                effects.add(Effect.of(Kind.TRIGGER_CREATED, after.name(now.table()), now.name())
                        .with(Trait.TRIGGERED, now.fillsInserts()));
            }
        });
        before.triggers().forEach((oid, was) -> {
            if (!after.triggers().containsKey(oid) && after.relations().containsKey(was.table())) {
                effects.add(Effect.of(Kind.TRIGGER_DROPPED, before.name(was.table()), was.name()));
            }
        });
    }
}
