package dev.rehearsal.spi;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
import java.util.Optional;

/** Opens the projects of one runner. Implementations are stateless, and named in {@code META-INF/services}. */
public interface RunnerFactory {
    /** {@return its name in reports and settings, in small letters} */
    String id();

    /**
     * {@return what there is of this runner's own in a project; nothing is run, and
     * scripts are read no further than is needed to see whose they are}
     *
     * @param project which
     */
    Detection detect(RunnerProject project);

    /**
     * {@return the runner of a project; reads its configuration, scripts and classes}
     *
     * @param project which
     * @throws MigrationSourceException if a configuration cannot be read, a location is missing, or there is nothing
     */
    MigrationRunner open(RunnerProject project);

    /**
     * {@return the database that the project's own configuration names; empty if it names none}
     *
     * @param project which
     * @throws MigrationSourceException if a configuration cannot be read
     */
    Optional<DatabaseAddress> database(RunnerProject project);

    /** {@return the key by which its own configuration names the database's URL; empty if it knows none} */
    default Optional<String> urlKey() {
        return Optional.empty();
    }

    /**
     * {@return the URL that the build gives the runner, which is the application's own and must not be rehearsed on}
     *
     * @param project which
     */
    Optional<String> forbiddenUrl(RunnerProject project);
}
