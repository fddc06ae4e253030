package dev.rehearsal.plan;

import dev.rehearsal.recorded.RecordedPhase.RecordedEffect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an undo that was proven to lead back does: the up's effects, each turned round, the last one first. */
final class InverseEffects {
    private static final Map<String, String> OPPOSITES = Map.ofEntries(
            Map.entry("table-created", "table-dropped"),
            Map.entry("view-created", "view-dropped"),
            Map.entry("column-added", "column-dropped"),
            Map.entry("column-required", "column-no-longer-required"),
            Map.entry("default-set", "default-dropped"),
            Map.entry("index-created", "index-dropped"),
            Map.entry("constraint-added", "constraint-dropped"),
            Map.entry("function-created", "function-dropped"),
            Map.entry("trigger-created", "trigger-dropped"));

    private InverseEffects() {}

    static List<RecordedEffect> of(List<RecordedEffect> effects) {
        List<RecordedEffect> inverse = new ArrayList<>();
        effects.forEach(e -> {
            RecordedEffect opposite = opposite(e);
            if (opposite != null) {
                inverse.add(opposite);
            }
        });
        Collections.reverse(inverse);
        return inverse;
    }

    private static @Nullable RecordedEffect opposite(RecordedEffect e) {
        if (e.kind().equals("column-renamed") || e.kind().equals("index-renamed")) {
            return turned(e, e.kind(), e.relation(), e.after());
        }
        if (e.kind().equals("table-renamed") || e.kind().equals("view-renamed")) {
            return turned(e, e.kind(), e.after(), null);
        }
        if (e.kind().equals("column-type-changed")) {
            return turned(e, e.kind(), e.relation(), e.name());
        }
        for (Map.Entry<String, String> pair : OPPOSITES.entrySet()) {
            if (pair.getKey().equals(e.kind())) {
                return turned(e, pair.getValue(), e.relation(), e.name());
            }
            if (pair.getValue().equals(e.kind())) {
                return turned(e, pair.getKey(), e.relation(), e.name());
            }
        }
        return null;
    }

    /** A constraint's definition stands behind it, also where it is dropped. */
    private static RecordedEffect turned(
            RecordedEffect e, String kind, @Nullable String relation, @Nullable String name) {
        boolean constraint = kind.startsWith("constraint");
        return new RecordedEffect(
                kind,
                e.object(),
                relation,
                name,
                e.columns(),
                constraint ? null : e.after(),
                constraint ? e.after() : e.before(),
                e.traits());
    }
}
