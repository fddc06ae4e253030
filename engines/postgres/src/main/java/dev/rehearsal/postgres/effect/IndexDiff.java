package dev.rehearsal.postgres.effect;

import dev.rehearsal.postgres.effect.CatalogState.Index;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to indexes between two looks. A change of a column's type makes its indexes anew under their names, with
 * other oids: they are the same indexes.
 *
 * @param before the earlier look
 * @param after the later look
 */
record IndexDiff(CatalogState before, CatalogState after) {
    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (Map.Entry<Long, Index> each : after.indexes().entrySet()) {
            Index now = each.getValue();
            Index was = before.indexes().get(each.getKey());
            was = was == null ? named(before, now) : was;
            if (was == null) {
                effects.add(created(each.getKey(), now));
            } else {
                changed(was, now, effects);
            }
        }
        before.indexes().forEach((oid, was) -> {
            boolean there = after.indexes().containsKey(oid) || named(after, was) != null;
            if (!there && after.relations().containsKey(was.table())) {
                effects.add(Effect.of(Kind.INDEX_DROPPED, after.name(was.table()), was.name())
                        .on(was.columns())
                        .changing(was.definition(), null)
                        .with(Trait.OF_CONSTRAINT, was.flags().ofConstraint()));
            }
        });
        return effects;
    }

    private void changed(Index was, Index now, List<Effect> effects) {
        String table = after.name(now.table());
        if (!was.flags().valid() && now.flags().valid()) {
            effects.add(Effect.of(Kind.INDEX_VALIDATED, table, now.name()));
        }
        if (!was.name().equals(now.name())) {
            effects.add(Effect.of(Kind.INDEX_RENAMED, table, was.name()).changing(was.name(), now.name()));
        } else if (was.file() != now.file() && !rewritten(now.table())) {
            effects.add(Effect.of(Kind.INDEX_REBUILT, table, now.name()).on(now.columns()));
        }
    }

    /** A table that is written anew has its indexes written anew. */
    private boolean rewritten(long table) {
        CatalogState.Relation was = before.relations().get(table);
        CatalogState.Relation now = after.relations().get(table);
        return was != null && now != null && was.file() != now.file();
    }

    private Effect created(long oid, Index now) {
        return Effect.of(Kind.INDEX_CREATED, after.name(now.table()), now.name())
                .on(now.columns())
                .changing(null, now.definition())
                .towards(twin(oid, now))
                .with(Trait.UNIQUE, now.flags().unique())
                .with(Trait.PRIMARY, now.flags().primary())
                .with(Trait.OF_CONSTRAINT, now.flags().ofConstraint())
                .with(Trait.CONCURRENT, now.flags().concurrent())
                .with(Trait.INVALID, !now.flags().valid());
    }

    /** An index that serves the same queries; a unique one does more than one that is not. */
    private @Nullable String twin(long oid, Index index) {
        return after.indexes().entrySet().stream()
                .filter(e -> e.getKey() != oid)
                .map(Map.Entry::getValue)
                .filter(other -> other.table() == index.table()
                        && other.shape().equals(index.shape())
                        && (other.flags().unique() || !index.flags().unique()))
                .map(Index::name)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Index named(CatalogState state, Index like) {
        return state.indexes().values().stream()
                .filter(index -> index.table() == like.table() && index.name().equals(like.name()))
                .findFirst()
                .orElse(null);
    }
}
