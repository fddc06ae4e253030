package dev.rehearsal.junit;

import dev.rehearsal.junit.stage.Setup;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.settings.SettingsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads what a test asks for: properties before {@link Rehearsal} before {@code rehearsal.yaml}. */
final class Setups {
    private Setups() {}

    static Setup of(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        Optional<Rehearsal> annotation =
                AnnotationSupport.findAnnotation(test, Rehearsal.class, context.getEnclosingTestClasses());
        Path root = Path.of("").toAbsolutePath();
        Settings properties = properties(context);
        Settings settings = properties
                .orElse(annotation.map(Setups::settings).orElse(new Settings(Map.of())))
                .orElse(SettingsFile.read(root));
        Long rows = annotation.map(Setups::rows).orElse(null);
        return new Setup(
                root,
                settings,
                properties.values().containsKey(Key.ROWS) ? null : rows,
                test.getClassLoader() == null ? ClassLoader.getSystemClassLoader() : test.getClassLoader());
    }

    private static Settings properties(ExtensionContext context) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Key key : Key.values()) {
            context.getConfigurationParameter("rehearsal." + key.id()).ifPresent(text -> texts.put(key.id(), text));
        }
        return Settings.of(texts, "a property rehearsal.…");
    }

    private static Settings settings(Rehearsal annotation) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, Key.DATABASE, annotation.database());
        put(texts, Key.LOCATIONS, String.join(",", annotation.locations()));
        put(texts, Key.VOLUME, annotation.volume());
        put(texts, Key.SEED, annotation.seed() == Rehearsal.UNSAID ? "" : Long.toString(annotation.seed()));
        return Settings.of(texts, "@Rehearsal");
    }

    private static void put(Map<String, String> texts, Key key, String text) {
        if (!text.isBlank()) {
            texts.put(key.id(), text);
        }
    }

    private static @Nullable Long rows(Rehearsal annotation) {
        if (annotation.rows() < 0 && annotation.rows() != Rehearsal.UNSAID) {
            throw new ExtensionConfigurationException(
                    "@Rehearsal(rows = " + annotation.rows() + "): write a whole number, 0 or more.");
        }
        return annotation.rows() == Rehearsal.UNSAID ? null : annotation.rows();
    }
}
