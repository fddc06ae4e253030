package dev.rehearsal.spring;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The profiles of Spring that a rehearsal is asked for.
 *
 * @param active their names, the weakest first
 */
public record SpringProfiles(List<String> active) {
    /** The id of the setting that asks for them. */
    static final String SETTING = "springProfiles";

    public SpringProfiles {
        active = List.copyOf(active);
    }

    /**
     * {@return those that a rehearsal's own settings ask for}
     *
     * @param rehearsal what they say, by their ids
     */
    public static SpringProfiles of(Map<String, String> rehearsal) {
        String asked = rehearsal.getOrDefault(SETTING, "");
        return new SpringProfiles(Stream.of(asked.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /**
     * {@return whether a document is for one of them: {@code test}, {@code !prod}, {@code test & !cloud}, {@code a | b}}
     *
     * @param expression as {@code spring.config.activate.on-profile} has it
     */
    public boolean match(String expression) {
        return Stream.of(expression.split("[,|]"))
                .anyMatch(either ->
                        Stream.of(either.split("&")).map(String::strip).allMatch(this::one));
    }

    private boolean one(String name) {
        return name.startsWith("!") ? !active.contains(name.substring(1).strip()) : active.contains(name);
    }
}
