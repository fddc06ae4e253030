package dev.rehearsal.maven;

import dev.rehearsal.settings.Key;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of one goal; what is not said is left out. */
final class GoalSettings {
    private final Map<Key, String> texts = new EnumMap<>(Key.class);

    GoalSettings and(Key key, @Nullable String text) {
        if (text != null) {
            texts.put(key, text);
        }
        return this;
    }

    GoalSettings and(Map<Key, String> more) {
        texts.putAll(more);
        return this;
    }

    Map<Key, String> texts() {
        return texts;
    }
}
