package dev.rehearsal.postgres.effect;

import dev.rehearsal.postgres.effect.CatalogState.Column;
import dev.rehearsal.postgres.effect.CatalogState.ColumnKey;
import dev.rehearsal.postgres.effect.CatalogState.Relation;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened to tables, views and columns between two looks.
 *
 * @param before the earlier look
 * @param after the later look
 * @param emptied tables whose new file holds nothing
 */
record TableDiff(CatalogState before, CatalogState after, Set<Long> emptied) {
    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        after.relations().forEach((oid, now) -> {
            Relation was = before.relations().get(oid);
            if (was == null) {
                effects.add(Effect.of(now.view() ? Kind.VIEW_CREATED : Kind.TABLE_CREATED, text(now), null)
                        .with(Trait.KEYLESS, now.keyless()));
            } else {
                changes(oid, was, now, effects);
            }
        });
        before.relations().forEach((oid, was) -> {
            if (!after.relations().containsKey(oid)) {
                effects.add(Effect.of(was.view() ? Kind.VIEW_DROPPED : Kind.TABLE_DROPPED, text(was), null));
            }
        });
        columns(effects);
        return effects.stream().distinct().toList();
    }

    private void changes(Long oid, Relation was, Relation now, List<Effect> effects) {
        if (!was.name().equals(now.name())) {
            effects.add(Effect.of(was.view() ? Kind.VIEW_RENAMED : Kind.TABLE_RENAMED, text(was), null)
                    .changing(text(was), text(now)));
        }
        if (was.file() != now.file()) {
            effects.add(Effect.of(
                    emptied.contains(oid) ? Kind.TABLE_EMPTIED : Kind.TABLE_REWRITTEN, after.name(now.root()), null));
        }
    }

    private void columns(List<Effect> effects) {
        after.columns().forEach((key, now) -> {
            Column was = before.columns().get(key);
            if (was != null) {
                changes(key, was, now, effects);
            } else if (before.relations().containsKey(key.table())) {
                effects.add(described(Kind.COLUMN_ADDED, key, now));
            }
        });
        for (Map.Entry<ColumnKey, Column> was : before.columns().entrySet()) {
            ColumnKey key = was.getKey();
            if (!after.columns().containsKey(key) && after.relations().containsKey(key.table())) {
                effects.add(Effect.of(
                                Kind.COLUMN_DROPPED,
                                after.name(key.table()),
                                was.getValue().name())
                        .changing(was.getValue().type().text(), null)
                        .with(Trait.GENERATED, was.getValue().generated()));
            }
        }
    }

    private Effect described(Kind kind, ColumnKey key, Column now) {
        return Effect.of(kind, after.name(key.table()), now.name())
                .changing(null, now.type().text())
                .in(List.of(now.type().text()), now.expression())
                .with(Trait.REQUIRED, now.required())
                .with(Trait.DEFAULTED, now.defaulted())
                .with(Trait.IDENTITY, now.identity())
                .with(Trait.GENERATED, now.generated())
                .with(Trait.TRIGGERED, after.triggered(key.table()))
                .with(Trait.PROVEN, before.proves(key.table(), now.name()));
    }

    private void changes(ColumnKey key, Column was, Column now, List<Effect> effects) {
        String table = after.name(key.table());
        if (!was.name().equals(now.name())) {
            effects.add(Effect.of(Kind.COLUMN_RENAMED, table, was.name())
                    .changing(was.name(), now.name())
                    .in(List.of(now.type().text()), null));
        }
        if (was.type().oid() != now.type().oid()
                || was.type().modifier() != now.type().modifier()) {
            effects.add(Effect.of(Kind.COLUMN_TYPE_CHANGED, table, now.name())
                    .changing(was.type().text(), now.type().text()));
        }
        if (was.required() != now.required()) {
            Kind kind = now.required() ? Kind.COLUMN_REQUIRED : Kind.COLUMN_NO_LONGER_REQUIRED;
            effects.add(described(kind, key, now));
        }
        if (was.defaulted() != now.defaulted()) {
            Kind kind = now.defaulted() ? Kind.DEFAULT_SET : Kind.DEFAULT_DROPPED;
            String expression = now.defaulted() ? now.expression() : was.expression();
            effects.add(described(kind, key, now).in(List.of(now.type().text()), expression));
        }
    }

    private static String text(Relation relation) {
        return relation.name().toString();
    }
}
