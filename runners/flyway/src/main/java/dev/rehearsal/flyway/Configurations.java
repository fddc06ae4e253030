package dev.rehearsal.flyway;

import dev.rehearsal.migration.MigrationSourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.jspecify.annotations.Nullable;

/** Makes Flyway's configuration of a project's settings. */
final class Configurations {
    /** Set through typed extensions, given by us, or of a callback that must not run while undoing. */
    private static final Set<String> TREATED_APART = Set.of(
            "baselineMigrationPrefix",
            "callbackLocations",
            "locations",
            "postgresql.transactional.lock",
            "undoSqlMigrationPrefix",
            "validateMigrationNaming");

    private final FlywayProject project;
    private final FlywaySettings settings;
    private final Once<String> table = new Once<>(() -> forward().getTable());
    private final Once<Boolean> locksInTransaction =
            new Once<>(() -> project().support().locksInTransaction(forward()));
    private @Nullable Map<String, String> session;

    Configurations(FlywayProject project, FlywaySettings settings) {
        this.project = project;
        this.settings = settings;
    }

    FlywayProject project() {
        return project;
    }

    /** {@return what the project's own connections say of themselves; its files are read the first time} */
    synchronized Map<String, String> session() {
        Map<String, String> known = session;
        if (known == null) {
            known = Collections.unmodifiableMap(ConnectionParameters.of(project));
            session = known;
        }
        return known;
    }

    /** {@return the name of the table in which Flyway keeps its history} */
    String table() {
        return table.get();
    }

    /** {@return whether Flyway's own lock is held by a transaction that is open while migrations run} */
    boolean locksInTransaction() {
        return locksInTransaction.get();
    }

    /** {@return Flyway as the project has it, without a database} */
    FluentConfiguration forward() {
        return basic(settings.values());
    }

    /** {@return Flyway for undo scripts: they take the place of the versioned ones, whose history is there already} */
    FluentConfiguration undo() {
        Map<String, String> values = new LinkedHashMap<>(settings.values());
        values.keySet().removeAll(Set.of("callbacks", "resolvers", "group", "skipDefaultResolvers"));
        return basic(values)
                .sqlMigrationPrefix(settings.undoPrefix())
                .outOfOrder(true)
                .baselineOnMigrate(false)
                .createSchemas(false);
    }

    private FluentConfiguration basic(Map<String, String> values) {
        Map<String, String> flyway = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!TREATED_APART.contains(key)) {
                flyway.put("flyway." + key, value);
            }
        });
        try {
            FluentConfiguration configuration = Flyway.configure(project.classLoader())
                    .configuration(flyway)
                    .workingDirectory(project.baseDirectory().toString())
                    .locations(locations().toArray(String[]::new))
                    .loggers(QuietLogs.class.getName())
                    .validateOnMigrate(false)
                    .failOnMissingLocations(true)
                    .connectRetries(0);
            configuration
                    .getConfigurationExtension(BaselineMigrationConfigurationExtension.class)
                    .setBaselineMigrationPrefix(settings.get("baselineMigrationPrefix", "B"));
            project.support().lockInTransaction(configuration, settings.transactionalLock());
            if (!values.containsKey("defaultSchema") && !values.containsKey("schemas")) {
                ConnectionParameters.schema(session()).ifPresent(configuration::defaultSchema);
            }
            return configuration;
        } catch (FlywayException e) {
            throw new MigrationSourceException("Flyway refuses the project's configuration: " + e.getMessage(), e);
        }
    }

    /** {@return where the project's SQL callbacks are, if not among its migrations} */
    String[] callbackLocations() {
        return settings.list("callbackLocations").stream().map(this::checked).toArray(String[]::new);
    }

    /** {@return where migrations are, as Flyway is told it} */
    List<String> locations() {
        return settings.locations().isEmpty()
                ? List.of(standard())
                : settings.locations().stream().map(this::checked).toList();
    }

    private String standard() {
        Path sources = project.baseDirectory().resolve("src/main/resources/db/migration");
        if (project.classLoader().getResource("db/migration") != null) {
            return "classpath:db/migration";
        }
        if (Files.isDirectory(sources)) {
            return "filesystem:" + sources;
        }
        throw new MigrationSourceException("There are no migrations: no location is configured, and neither "
                + "classpath:db/migration nor " + sources
                + " exists. Set flyway.locations (or <locations>), for example "
                + "filesystem:src/main/resources/db/migration.");
    }

    private String checked(String location) {
        String resolved = inSources(FlywaySettings.resolve(location, project.baseDirectory()));
        if (resolved.startsWith("filesystem:") && !resolved.contains("*") && !resolved.contains("?")) {
            Path folder = Path.of(resolved.substring("filesystem:".length()));
            if (!Files.isDirectory(folder)) {
                throw new MigrationSourceException("The location " + location + " does not exist: there is no folder "
                        + folder + ". Correct flyway.locations, or make the folder.");
            }
        }
        return resolved;
    }

    /** {@return the folder of the sources, where the build has not copied it to the class path: it may not have been compiled} */
    private String inSources(String location) {
        String path = location.replaceFirst("^classpath:/?", "");
        boolean other = path.contains(":") || path.contains("*") || path.contains("?");
        if (other || project.classLoader().getResource(path) != null) {
            return location;
        }
        Path sources = project.baseDirectory().resolve("src/main/resources").resolve(path);
        return Files.isDirectory(sources) ? "filesystem:" + sources : location;
    }
}
