package dev.rehearsal.flyway;

import dev.rehearsal.database.DatabaseAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The database that a project's Flyway migrates, as its configuration says. */
public final class ConfiguredDatabase {
    private ConfiguredDatabase() {}

    /**
     * {@return its address; empty if the configuration names none}
     *
     * @param project which; what is said outside its files wins over them
     */
    public static Optional<DatabaseAddress> of(FlywayProject project) {
        Map<String, String> values = new LinkedHashMap<>();
        SpringConfiguration.read(project).flyway().forEach((key, said) -> values.put(key, said.value()));
        SettingFiles.read(project).values().forEach(values::putAll);
        values.putAll(SettingFiles.bare(project.settings()));
        return Optional.ofNullable(values.get("url"))
                .map(url ->
                        new DatabaseAddress(url, values.getOrDefault("user", ""), values.getOrDefault("password", "")));
    }
}
