package dev.rehearsal.junit.stage;

import dev.rehearsal.RehearsalProject;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.settings.Settings.Value;
import dev.rehearsal.spi.ServerPrograms;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a test asks its stage to be. Two tests with equal set-ups share templates.
 *
 * @param root the project's root
 * @param settings the settings that concern a test
 * @param rows rows of a table of ordinary size, to which the volume file is scaled; null for what the settings say
 * @param classes finds migrations and the programs of the embedded server
 */
public record Setup(Path root, Settings settings, @Nullable Long rows, ClassLoader classes) {
    private static final Set<Key> OF_THE_SERVER = Set.of(
            Key.DATABASE,
            Key.DATABASE_USER,
            Key.DATABASE_PASSWORD,
            Key.DATABASE_SUPERUSER,
            Key.DISPOSABLE,
            Key.ALLOWED_HOSTS);
    /** They choose what the build rehearses; a test names its migration itself. */
    private static final Set<Key> OF_THE_BUILD = Set.of(Key.SINCE, Key.FROM, Key.TO, Key.REQUIRE_TESTS);

    public Setup {
        Map<Key, Value> relevant = new EnumMap<>(Key.class);
        relevant.putAll(settings.values());
        relevant.keySet().removeAll(OF_THE_BUILD);
        settings = new Settings(relevant);
    }

    RehearsalProject project() {
        return new RehearsalProject(root, settings, Map.of(), classes, ServerPrograms.of(classes));
    }

    VolumeProfile volume(VolumeProfile profile) {
        if (rows == null) {
            return profile;
        }
        return profile.defaultRows() == 0
                ? profile.withDefaultRows(rows)
                : profile.scaled((double) rows / profile.defaultRows());
    }

    /** {@return whether the server goes when we go, and all databases with it} */
    boolean isOnServerOfOurs() {
        return !settings.text(Key.DATABASE).orElse("").startsWith("jdbc:");
    }

    /** {@return what tells its server from others} */
    Map<Key, String> server() {
        Map<Key, String> texts = new EnumMap<>(Key.class);
        settings.values().forEach((key, value) -> {
            if (OF_THE_SERVER.contains(key)) {
                texts.put(key, value.text());
            }
        });
        return texts;
    }
}
