package dev.rehearsal.flyway;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.spi.Detection;
import dev.rehearsal.spi.RunnerFactory;
import dev.rehearsal.spi.RunnerProject;
import java.util.Optional;

/** Flyway. Stateless; safe for use by several threads. */
public final class FlywayRunnerFactory implements RunnerFactory {
    static final String ID = "flyway";

    private static final String PREFIX = "flyway.";

    /** Made by the {@link java.util.ServiceLoader}. */
    public FlywayRunnerFactory() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Detection detect(RunnerProject project) {
        return FlywayDetection.of(flyway(project));
    }

    @Override
    public MigrationRunner open(RunnerProject project) {
        return FlywayRunner.of(flyway(project));
    }

    @Override
    public Optional<DatabaseAddress> database(RunnerProject project) {
        return ConfiguredDatabase.of(flyway(project));
    }

    @Override
    public Optional<String> urlKey() {
        return Optional.of("flyway.url");
    }

    @Override
    public Optional<String> forbiddenUrl(RunnerProject project) {
        return Optional.ofNullable(project.build().get("flyway.url"));
    }

    private static FlywayProject flyway(RunnerProject project) {
        return new FlywayProject(
                project.root(),
                project.build(PREFIX),
                project.locations(),
                project.classes(),
                project.engine().id(),
                project.settings());
    }
}
