package dev.rehearsal.postgres.effect;

import dev.rehearsal.postgres.effect.CatalogState.Constraint;
import dev.rehearsal.postgres.effect.CatalogState.Index;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to constraints between two looks.
 *
 * @param before the earlier look
 * @param after the later look
 */
record ConstraintDiff(CatalogState before, CatalogState after) {
    private static final List<String> NARROW = List.of("integer", "smallint");

    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (Map.Entry<Long, Constraint> each : after.constraints().entrySet()) {
            Constraint now = each.getValue();
            Constraint was = before.constraints().get(each.getKey());
            was = was == null ? named(before, now) : was;
            if (was == null) {
                added(now, effects);
            } else if (!was.validated() && now.validated()) {
                effects.add(described(Kind.CONSTRAINT_VALIDATED, now, after));
            }
        }
        before.constraints().forEach((oid, was) -> {
            boolean there = after.constraints().containsKey(oid) || named(after, was) != null;
            if (!there && was.type() != 'n' && after.relations().containsKey(was.table())) {
                effects.add(described(Kind.CONSTRAINT_DROPPED, was, before));
            }
        });
        return effects;
    }

    /** A NOT NULL that holds is told of as its column's. */
    private void added(Constraint now, List<Effect> effects) {
        if (now.type() != 'n' || !now.validated()) {
            effects.add(described(Kind.CONSTRAINT_ADDED, now, after)
                    .with(Trait.NOT_VALID, !now.validated())
                    .with(Trait.UNINDEXED, now.type() == 'f' && !indexed(now))
                    .with(Trait.OF_OTHER_TYPE, now.mismatched())
                    .with(Trait.COUNTED_NARROWLY, now.type() == 'p' && countedNarrowly(now)));
        }
    }

    private static Effect described(Kind kind, Constraint constraint, CatalogState state) {
        Effect effect = Effect.of(kind, state.name(constraint.table()), constraint.name())
                .on(constraint.columns())
                .changing(null, constraint.definition())
                .in(constraint.referencedTypes(), null)
                .towards(constraint.referenced() == 0 ? null : state.name(constraint.referenced()));
        return switch (constraint.type()) {
            case 'c' -> effect.with(Trait.CHECK, true);
            case 'f' -> effect.with(Trait.FOREIGN_KEY, true);
            case 'p' -> effect.with(Trait.PRIMARY, true);
            case 'u' -> effect.with(Trait.UNIQUE, true);
            case 'x' -> effect.with(Trait.EXCLUSION, true);
            default -> effect.with(Trait.NOT_NULL, true);
        };
    }

    private boolean countedNarrowly(Constraint key) {
        return key.columns().size() == 1
                && after.columns().entrySet().stream()
                        .filter(e -> e.getKey().table() == key.table()
                                && e.getValue().name().equals(key.columns().get(0)))
                        .anyMatch(e -> e.getValue().defaulted()
                                && NARROW.contains(e.getValue().type().text()));
    }

    private boolean indexed(Constraint key) {
        return after.indexes().values().stream()
                .filter(index -> index.table() == key.table() && index.shape().predicate() == null)
                .map(Index::columns)
                .anyMatch(columns -> columns.size() >= key.columns().size()
                        && columns.subList(0, key.columns().size()).containsAll(key.columns()));
    }

    private static @Nullable Constraint named(CatalogState state, Constraint like) {
        return state.constraints().values().stream()
                .filter(c -> c.table() == like.table() && c.name().equals(like.name()) && c.type() == like.type())
                .findFirst()
                .orElse(null);
    }
}
