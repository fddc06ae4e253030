package dev.rehearsal.compare;

import dev.rehearsal.compare.Regression.Kind;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a project says of comparing.
 *
 * @param noise what counts as the same
 * @param failOn the kinds that fail the build
 */
public record CompareSettings(Noise noise, List<Kind> failOn) {
    private static final String ANY = "any";
    private static final String NEVER = "never";

    public CompareSettings {
        failOn = List.copyOf(failOn);
    }

    /**
     * {@return what the settings say}
     *
     * @param settings of the project
     * @throws InvalidSettingException if one cannot be used
     */
    public static CompareSettings of(Settings settings) {
        Noise noise = new Noise(
                settings.factor(Key.COMPARE_RELATIVE).orElse(Noise.DEFAULT.relative()),
                settings.duration(Key.COMPARE_ABSOLUTE).orElse(Noise.DEFAULT.absolute()));
        List<Kind> failOn = new ArrayList<>();
        settings.list(Key.COMPARE_FAIL_ON).forEach(text -> failOn.addAll(kinds(text)));
        return new CompareSettings(noise, failOn);
    }

    /** A migration that is new is nothing worse. */
    private static List<Kind> kinds(String text) {
        if (text.equals(NEVER)) {
            return List.of();
        }
        List<Kind> kinds = Stream.of(Kind.values())
                .filter(kind -> text.equals(ANY) ? kind != Kind.NOT_COMPARED : text.equals(kind.id()))
                .toList();
        if (kinds.isEmpty()) {
            throw new InvalidSettingException("rehearsal.compare.failOn=" + text + ": write any, never, or some of "
                    + String.join(", ", Kind.ids()) + ", with commas between.");
        }
        return kinds;
    }
}
