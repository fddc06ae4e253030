package dev.rehearsal.sql;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.spi.Detection;
import dev.rehearsal.spi.RunnerFactory;
import dev.rehearsal.spi.RunnerProject;
import java.util.Map;
import java.util.Optional;

/** Folders of plain SQL. Stateless; safe for use by several threads. */
public final class SqlRunnerFactory implements RunnerFactory {
    /** Its name in reports and settings. */
    static final String ID = "sql";

    /** Made by the {@link java.util.ServiceLoader}. */
    public SqlRunnerFactory() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Detection detect(RunnerProject project) {
        return new Folders(project).detect();
    }

    @Override
    public MigrationRunner open(RunnerProject project) {
        Scripts scripts = project.engine()
                .scripts()
                .orElseThrow(() -> new InvalidSettingException("SQL folders cannot be rehearsed on "
                        + project.engine().product()
                        + " yet: set rehearsal.database to another product, or rehearsal.runner to another runner."));
        String zone = project.settings().get("timeZone");
        return SqlRunner.of(new Folders(project).only(), scripts, zone == null ? Map.of() : Map.of("TimeZone", zone));
    }

    /** The tools are given their database on the command line, where no file tells it. */
    @Override
    public Optional<DatabaseAddress> database(RunnerProject project) {
        return Optional.empty();
    }

    @Override
    public Optional<String> forbiddenUrl(RunnerProject project) {
        return Optional.empty();
    }
}
