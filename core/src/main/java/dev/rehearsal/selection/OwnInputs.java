package dev.rehearsal.selection;

import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.RunnerInput;
import dev.rehearsal.migration.RunnerInput.Change;
import dev.rehearsal.migration.RunnerInput.Kind;
import dev.rehearsal.text.Flattened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What of the rehearsal's own settings says how migrations run, whatever runs them: held against an earlier time, as what
 * the runner reads is.
 *
 * @param root the project's root
 * @param beforehand the files that are run before the first migration
 * @param then the earlier time
 */
record OwnInputs(Path root, List<Path> beforehand, EarlierFiles then) {
    private static final String FILE = "rehearsal.yaml";
    private static final Set<String> KEYS =
            Set.of("runner", "locations", "timeZone", "springProfiles", "beforehand", "databaseName");
    private static final String STAND_IN = "standIn.";

    /** {@return the same and these; what a runner tells of the file of settings is told here in full} */
    RunnerChanges with(RunnerChanges changes) {
        List<RunnerInput> inputs = new ArrayList<>(changes.inputs());
        RunnerInput settings = settings();
        if (settings != null) {
            inputs.removeIf(input -> input.name().equals(FILE));
            inputs.add(settings);
        }
        for (Path file : beforehand) {
            String name = root.relativize(file).toString().replace('\\', '/');
            inputs.add(new RunnerInput(Kind.CONFIGURATION, name, then.change(file), null, null));
        }
        return new RunnerChanges(inputs, changes.repeatables());
    }

    /** {@return the file of settings, if it says or said anything of this} */
    private @Nullable RunnerInput settings() {
        Path file = root.resolve(FILE);
        byte[] before = then.content(file);
        try {
            Map<String, String> now = Files.isRegularFile(file) ? read(Files.readAllBytes(file)) : Map.of();
            Map<String, String> past = before == null ? Map.of() : read(before);
            Set<String> keys = new TreeSet<>(now.keySet());
            keys.addAll(past.keySet());
            if (keys.isEmpty()) {
                return null;
            }
            keys.removeIf(key -> Objects.equals(now.get(key), past.get(key)));
            return keys.isEmpty() ? input(Change.SAME, null) : input(Change.CHANGED, String.join(", ", keys));
        } catch (IOException | JacksonException e) {
            return input(Change.CHANGED, "it cannot be read as it is or was");
        }
    }

    private static RunnerInput input(Change change, @Nullable String detail) {
        return new RunnerInput(Kind.CONFIGURATION, FILE, change, null, detail);
    }

    private static Map<String, String> read(byte[] content) {
        Map<String, String> said =
                new TreeMap<>(Flattened.of(new YAMLMapper().readTree(new String(content, StandardCharsets.UTF_8))));
        said.keySet().removeIf(key -> !KEYS.contains(key) && !key.startsWith(STAND_IN));
        return said;
    }
}
