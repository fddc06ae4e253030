package dev.rehearsal.spring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the files of Spring Boot say, for the profiles that are asked for, resolved as Spring resolves it. */
public final class SpringApplication {
    private static final String ACTIVE = "spring.profiles.active";

    private final SpringProfiles profiles;
    private final Map<String, String> texts;
    private final Map<String, Said> raw = new LinkedHashMap<>();
    private final SpringValues values;

    private SpringApplication(SpringFiles files, UnaryOperator<@Nullable String> environment) {
        this.profiles = files.profiles();
        this.texts = files.texts();
        texts.forEach((file, text) -> {
            Map<String, Said> said = new LinkedHashMap<>();
            SpringDocuments.of(file, text, profiles).forEach((key, value) -> said.put(key, new Said(value, file)));
            SpringDocuments.over(raw, said);
        });
        Map<String, String> all = new LinkedHashMap<>();
        raw.forEach((key, said) -> all.put(key, said.value()));
        this.values = new SpringValues(all, environment);
    }

    /**
     * {@return what a project's files say}
     *
     * @param files which
     * @param environment gives an environment variable, or null
     */
    public static SpringApplication read(SpringFiles files, UnaryOperator<@Nullable String> environment) {
        return new SpringApplication(files, environment);
    }

    /**
     * A property.
     *
     * @param value its value
     * @param file who says it
     */
    public record Said(String value, String file) {}

    /** {@return all properties as they were written, by their keys} */
    public Map<String, Said> properties() {
        return Collections.unmodifiableMap(raw);
    }

    /**
     * {@return the value of a property without any <code>${…}</code>; null if it has none, or it cannot be resolved}
     *
     * @param key the property, as it was written
     * @param instead how the same is said to the build; null if nobody need know that it is missing
     * @param told gets a sentence where it cannot be resolved
     */
    public @Nullable String resolved(String key, @Nullable String instead, Consumer<String> told) {
        Said said = raw.get(key);
        if (said == null) {
            return null;
        }
        try {
            return values.resolve(said.value());
        } catch (SpringValues.Unresolved e) {
            if (instead != null) {
                told.accept(key + " (" + said.file() + ":" + line(key, said) + ") is not followed: ${" + e.name()
                        + "} is neither an environment variable nor a property of Spring's files. Set the variable, or"
                        + " say the value to the build as " + instead + ".");
            }
            return null;
        }
    }

    /** {@return where a value is written: at its key, or where what it refers to is first mentioned} */
    private int line(String key, Said said) {
        String text = texts.getOrDefault(said.file(), "");
        String name = key.substring(key.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
        String value = said.value().lines().findFirst().orElse("");
        return Stream.of(List.of(name, value), List.of(value), List.of("${"))
                .map(parts -> line(text, parts))
                .filter(line -> line > 0)
                .findFirst()
                .orElse(1);
    }

    private static int line(String text, List<String> parts) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (parts.stream().allMatch(lines.get(i)::contains)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** {@return what was not followed in all of it, one sentence each} */
    public List<String> notes() {
        Said active = raw.get(ACTIVE);
        return active == null || !profiles.active().isEmpty()
                ? List.of()
                : List.of(ACTIVE + "=" + active.value() + " (" + active.file()
                        + ") is not followed: a rehearsal takes no profile by itself. Set rehearsal."
                        + SpringProfiles.SETTING + "=" + active.value() + " if production runs with it.");
    }
}
