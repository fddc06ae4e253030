package dev.rehearsal.liquibase;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.spi.Detection;
import dev.rehearsal.spi.RunnerFactory;
import dev.rehearsal.spi.RunnerProject;
import java.util.Optional;

/** Liquibase. Stateless; safe for use by several threads. */
public final class LiquibaseRunnerFactory implements RunnerFactory {
    static final String ID = "liquibase";

    private static final String URL_KEY = "liquibase.url";

    /** Made by the {@link java.util.ServiceLoader}. */
    public LiquibaseRunnerFactory() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Detection detect(RunnerProject project) {
        return LiquibaseDetection.of(project);
    }

    @Override
    public MigrationRunner open(RunnerProject project) {
        if (!ParsedLogs.products().containsKey(project.engine().id())) {
            throw new MigrationSourceException("Liquibase cannot be rehearsed on "
                    + project.engine().product()
                    + " yet: set rehearsal.database to another product, or rehearsal.runner to another runner.");
        }
        ParsedLogs logs = new ParsedLogs(project, LiquibaseSettings.read(project));
        return LiquibaseRunner.of(logs, NewerLiquibase.notes(project));
    }

    @Override
    public Optional<DatabaseAddress> database(RunnerProject project) {
        LiquibaseSettings settings = LiquibaseSettings.read(project);
        return Optional.ofNullable(settings.get(SettingNames.URL))
                .map(url -> new DatabaseAddress(
                        url, settings.get(SettingNames.USER, ""), settings.get(SettingNames.PASSWORD, "")));
    }

    @Override
    public Optional<String> urlKey() {
        return Optional.of(URL_KEY);
    }

    @Override
    public Optional<String> forbiddenUrl(RunnerProject project) {
        return Optional.ofNullable(project.build().get(URL_KEY));
    }
}
