package dev.rehearsal.flyway;

import java.util.List;
import java.util.stream.Stream;

/**
 * The profiles of Spring that a rehearsal is asked for.
 *
 * @param active their names, the weakest first
 */
record SpringProfiles(List<String> active) {
    /** The id of the setting that asks for them. */
    static final String SETTING = "springProfiles";

    static SpringProfiles of(FlywayProject project) {
        String asked = project.rehearsal().getOrDefault(SETTING, "");
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
    boolean match(String expression) {
        return Stream.of(expression.split("[,|]"))
                .anyMatch(either ->
                        Stream.of(either.split("&")).map(String::strip).allMatch(this::one));
    }

    private boolean one(String name) {
        return name.startsWith("!") ? !active.contains(name.substring(1).strip()) : active.contains(name);
    }
}
