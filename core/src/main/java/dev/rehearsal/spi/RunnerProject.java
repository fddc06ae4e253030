package dev.rehearsal.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A project as its runner sees it. Immutable.
 *
 * @param root the project's root, from which relative paths are found
 * @param build what the build says to the runner, by the runner's own keys; it wins over the runner's files
 * @param locations where the migrations are, as the runner writes it; if there are any, they win over all else
 * @param engine the database product on which it is rehearsed
 * @param classes finds migrations and callbacks that are classes, and scripts on the class path
 * @param settings what the rehearsal's own settings say to the runner, by their ids
 */
public record RunnerProject(
        Path root,
        Map<String, String> build,
        List<String> locations,
        Engine engine,
        ClassLoader classes,
        Map<String, String> settings) {
    public RunnerProject {
        settings = Map.copyOf(settings);
        build = Map.copyOf(build);
        locations = List.copyOf(locations);
    }

    /**
     * {@return what the build says to one runner, where it says something to several}
     *
     * @param prefix how that runner's keys begin
     */
    public Map<String, String> build(String prefix) {
        return build.entrySet().stream()
                .filter(said -> said.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * A project to whose runner the rehearsal's own settings say nothing.
     *
     * @param root the project's root, from which relative paths are found
     * @param build what the build says to the runner, by the runner's own keys; it wins over the runner's files
     * @param locations where the migrations are, as the runner writes it; if there are any, they win over all else
     * @param engine the database product on which it is rehearsed
     * @param classes finds migrations and callbacks that are classes, and scripts on the class path
     */
    public RunnerProject(
            Path root, Map<String, String> build, List<String> locations, Engine engine, ClassLoader classes) {
        this(root, build, locations, engine, classes, Map.of());
    }
}
