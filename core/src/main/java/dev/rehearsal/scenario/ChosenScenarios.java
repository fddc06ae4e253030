package dev.rehearsal.scenario;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which scenarios a project chooses. What it leaves out is not measured, so that no rehearsal without it passes.
 *
 * @param names of those that are rehearsed
 */
public record ChosenScenarios(Set<ScenarioName> names) {
    /** All there are. */
    public static final ChosenScenarios ALL = new ChosenScenarios(EnumSet.allOf(ScenarioName.class));

    private static final String ROUNDTRIP = "roundtrip";

    public ChosenScenarios {
        names = Set.copyOf(names);
    }

    /**
     * {@return those of these ids; all if there is none}
     *
     * @param ids as a project names them; the roundtrip may be among them
     * @throws IllegalArgumentException if there is no such scenario; the message names all
     */
    public static ChosenScenarios of(Collection<String> ids) {
        if (ids.isEmpty()) {
            return ALL;
        }
        Set<ScenarioName> names = EnumSet.noneOf(ScenarioName.class);
        for (String id : ids) {
            Optional<ScenarioName> name = ScenarioName.of(id);
            if (name.isEmpty() && !id.equals(ROUNDTRIP)) {
                String all =
                        Stream.of(ScenarioName.values()).map(ScenarioName::id).collect(Collectors.joining(", "));
                throw new IllegalArgumentException(
                        id + " is no scenario: write some of " + ROUNDTRIP + ", " + all + ".");
            }
            name.ifPresent(names::add);
        }
        return new ChosenScenarios(names);
    }

    /** {@return why a scenario is not rehearsed; null if it is} */
    public @Nullable String leftOut(ScenarioName name) {
        return names.contains(name) ? null : name.id() + ": left out by rehearsal.scenarios";
    }

    /**
     * {@return a scenario if it is chosen, else one that says that it was not measured}
     *
     * @param name its name
     * @param scenario what is rehearsed
     */
    public Scenario orLeftOut(ScenarioName name, Scenario scenario) {
        String reason = leftOut(name);
        return reason == null ? scenario : new LeftOut(name, reason);
    }
}
