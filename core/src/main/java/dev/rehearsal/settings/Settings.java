package dev.rehearsal.settings;

import dev.rehearsal.text.NearestName;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings of a project, by key, each with the place it comes from. Immutable.
 *
 * @param values each setting's text
 * @param named settings of single rules and tables, by their ids: {@code rules.lock-too-long}
 */
public record Settings(Map<Key, Value> values, Map<String, Value> named) {
    public Settings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        named = Collections.unmodifiableMap(new TreeMap<>(named));
    }

    /**
     * Settings without any for single rules or tables.
     *
     * @param values each setting's text
     */
    public Settings(Map<Key, Value> values) {
        this(values, Map.of());
    }

    /**
     * A setting as it was written.
     *
     * @param text its text
     * @param source where it stands, for a reader: {@code rehearsal.yaml}, {@code pom.xml or -Drehearsal.rows}
     */
    public record Value(String text, String source) {}

    /**
     * {@return settings by their ids}
     *
     * @param texts each setting's text by its id
     * @param source where they stand, for a reader
     * @throws InvalidSettingException if an id is not known; it names the nearest
     */
    public static Settings of(Map<String, String> texts, String source) {
        Map<Key, Value> values = new TreeMap<>();
        Map<String, Value> named = new TreeMap<>();
        texts.forEach((id, text) -> {
            Value value = new Value(text, source);
            if (NamedSettings.isOne(id)) {
                named.put(id, value);
            } else {
                values.put(key(id, source), value);
            }
        });
        return new Settings(values, named);
    }

    /**
     * {@return these settings, and where one is not given, the other's}
     *
     * @param defaults what serves where nothing is said here
     */
    public Settings orElse(Settings defaults) {
        Map<Key, Value> merged = new TreeMap<>(defaults.values);
        merged.putAll(values);
        Map<String, Value> mergedNames = new TreeMap<>(defaults.named);
        mergedNames.putAll(named);
        return new Settings(merged, mergedNames);
    }

    /**
     * {@return the text of a setting, if it is given}
     *
     * @param key which
     */
    public Optional<String> text(Key key) {
        return Optional.ofNullable(values.get(key))
                .map(Value::text)
                .map(String::trim)
                .filter(t -> !t.isEmpty());
    }

    /**
     * {@return a list, written with commas between}
     *
     * @param key which
     */
    public List<String> list(Key key) {
        return text(key)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /**
     * {@return a duration, if it is given}
     *
     * @param key which
     * @throws InvalidSettingException if it cannot be read
     */
    public Optional<Duration> duration(Key key) {
        return read(
                key,
                "a duration such as 500ms, 1s, 5m or 1h",
                text -> Durations.parse(text).orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /**
     * {@return a whole number that is not negative, if it is given}
     *
     * @param key which
     * @throws InvalidSettingException if it cannot be read
     */
    public Optional<Long> number(Key key) {
        return read(key, "a whole number, 0 or more", text -> {
            long number = Long.parseLong(text.replace("_", ""));
            if (number < 0) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    /**
     * {@return a factor above zero, if it is given}
     *
     * @param key which
     * @throws InvalidSettingException if it cannot be read
     */
    public Optional<Double> factor(Key key) {
        return read(key, "a number above 0 such as 0.1 or 100", text -> {
            double factor = Double.parseDouble(text);
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException(text);
            }
            return factor;
        });
    }

    /**
     * {@return whether a setting is switched on}
     *
     * @param key which
     * @throws InvalidSettingException if it is neither true nor false
     */
    public boolean isOn(Key key) {
        return read(key, "true or false", text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                })
                .orElse(false);
    }

    private <T> Optional<T> read(Key key, String form, Function<String, T> reader) {
        return value(key).map(value -> {
            try {
                return reader.apply(value.text().trim());
            } catch (IllegalArgumentException e) {
                throw new InvalidSettingException("rehearsal." + key.id() + "=" + value.text() + " (" + value.source()
                        + "): write " + form + ".");
            }
        });
    }

    private Optional<Value> value(Key key) {
        return Optional.ofNullable(values.get(key))
                .filter(value -> !value.text().isBlank());
    }

    private static Key key(String id, String source) {
        return Arrays.stream(Key.values())
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "Unknown setting '" + id + "' (" + source + "). " + NearestName.hint(id, Key.ids())));
    }
}
