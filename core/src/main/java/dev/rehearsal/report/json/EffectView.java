package dev.rehearsal.report.json;

import dev.rehearsal.result.Effect;
import dev.rehearsal.result.StatementEffects;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a statement did to one object of the catalogue, as it stands in the file. */
record EffectView(
        String kind,
        String object,
        String relation,
        @Nullable String name,
        List<String> columns,
        @Nullable String before,
        @Nullable String after,
        @Nullable String other,
        List<String> traits) {
    static @Nullable List<EffectView> of(@Nullable StatementEffects effects) {
        return effects == null
                ? null
                : effects.catalogue().stream().map(EffectView::of).toList();
    }

    private static EffectView of(Effect e) {
        return new EffectView(
                lower(e.kind()),
                e.object(),
                e.relation(),
                e.name(),
                e.columns(),
                e.before(),
                e.after(),
                e.other(),
                e.traits().stream().map(EffectView::lower).sorted().toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
