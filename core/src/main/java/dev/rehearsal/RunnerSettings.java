package dev.rehearsal;

import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.NamedSettings;
import dev.rehearsal.settings.Settings;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What of the settings is said to the runner. */
final class RunnerSettings {
    private RunnerSettings() {}

    static Map<String, String> of(Settings settings) {
        Map<String, String> said = new LinkedHashMap<>();
        settings.text(Key.TIME_ZONE).ifPresent(zone -> said.put(Key.TIME_ZONE.id(), checked(zone)));
        settings.text(Key.SPRING_PROFILES).ifPresent(profiles -> said.put(Key.SPRING_PROFILES.id(), profiles));
        settings.text(Key.LAYOUT).ifPresent(layout -> said.put(Key.LAYOUT.id(), layout));
        Stream.of(Key.values())
                .filter(Key::ofCommand)
                .forEach(key -> settings.text(key).ifPresent(text -> said.put(key.id(), text)));
        settings.duration(Key.COMMAND_TIMEOUT).ifPresent(limit -> said.put(Key.COMMAND_TIMEOUT.id(), limit.toString()));
        said.putAll(NamedSettings.of(settings).standIns());
        return said;
    }

    /** An offset is refused: servers and Java do not agree on what its sign means. */
    private static String checked(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new InvalidSettingException("rehearsal." + Key.TIME_ZONE.id() + "=" + zone
                    + ": write the name of a time zone such as UTC or Europe/Berlin.");
        }
        return zone;
    }
}
