package dev.rehearsal.liquibase;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.spi.Detection;
import dev.rehearsal.spi.RunnerProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether a project migrates with Liquibase: by what it says of a changelog, or by a file that is named as one. */
final class LiquibaseDetection {
    private LiquibaseDetection() {}

    static Detection of(RunnerProject project) {
        LiquibaseSettings settings;
        try {
            settings = LiquibaseSettings.read(project);
        } catch (MigrationSourceException e) {
            return Detection.own("a configuration of Liquibase");
        }
        String said = settings.get(SettingNames.CHANGE_LOG);
        if (!project.locations().isEmpty()) {
            return located(project, settings);
        }
        if (said != null) {
            return Detection.own("the changelog " + said + " in the settings of Liquibase");
        }
        return ChangeLogPlace.usual(project.root())
                .map(path -> Detection.own("the changelog " + path))
                .orElseGet(() -> Detection.none(
                        "settings of Liquibase (liquibase.properties, spring.liquibase.…, the liquibase-maven-plugin), and "
                                + ChangeLogPlace.lookedFor()));
    }

    /** Locations are given to whichever runner it is: a file is Liquibase's if it says so. */
    private static Detection located(RunnerProject project, LiquibaseSettings settings) {
        String path = ChangeLogPlace.of(project, settings);
        List<Path> files = ChangeLogPlace.roots(project, settings).stream()
                .map(root -> root.resolve(path))
                .filter(Files::isRegularFile)
                .toList();
        boolean own = project.locations().size() == 1
                && ChangeLogPlace.named(path)
                && files.stream().anyMatch(LiquibaseDetection::saysSo);
        return own
                ? Detection.own("the changelog " + path)
                : Detection.none("a changelog of Liquibase in " + String.join(", ", project.locations()));
    }

    private static boolean saysSo(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            return text.contains("liquibase formatted") || text.contains("databasechangelog");
        } catch (IOException e) {
            return false;
        }
    }
}
