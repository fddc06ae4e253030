package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.spi.Detection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;

/**
 * Whether a project migrates with Flyway: by what it says to Flyway, and by what its locations hold. A folder that holds
 * nothing that is named as Flyway's files are may be anybody's.
 */
final class FlywayDetection {
    private static final String LOOKED_FOR =
            "settings of Flyway (flyway.conf, flyway.toml, spring.flyway.…, the flyway-maven-plugin), and scripts named"
                    + " like V1__init.sql in classpath:db/migration and src/main/resources/db/migration";

    private FlywayDetection() {}

    static Detection of(FlywayProject project) {
        FlywaySettings settings;
        try {
            settings = FlywaySettings.read(project);
        } catch (MigrationSourceException e) {
            return Detection.own("a configuration of Flyway");
        }
        Set<String> said = new TreeSet<>(settings.values().keySet());
        if (!project.locations().isEmpty()) {
            said.remove("locations"); // those are given to whichever runner it is
        }
        if (!said.isEmpty()) {
            return Detection.own("the settings flyway." + String.join(", flyway.", said));
        }
        return inLocations(new Configurations(project, settings));
    }

    private static Detection inLocations(Configurations configurations) {
        List<String> locations;
        try {
            locations = configurations.locations();
        } catch (MigrationSourceException e) {
            return configurations.project().locations().isEmpty()
                    ? Detection.none(LOOKED_FOR)
                    : Detection.perhaps(String.valueOf(e.getMessage()));
        }
        String where = String.join(", ", locations);
        return name(configurations)
                .map(name -> Detection.own(name + " in " + where))
                .orElseGet(
                        () -> Detection.perhaps("the folder " + where + ", in which no file is named as Flyway's are"));
    }

    private static Optional<String> name(Configurations configurations) {
        try {
            FluentConfiguration forward = configurations.forward();
            FileNames names = new FileNames(forward, configurations.undo());
            Scanner<JavaMigration> scanner = new Scanner<>(JavaMigration.class, forward, forward.getLocations());
            return scanner.getResources("", forward.getSqlMigrationSuffixes()).stream()
                    .map(LoadableResource::getFilename)
                    .filter(file -> names.of(file).kind() != Kind.UNRECOGNISED)
                    .sorted()
                    .findFirst()
                    .or(() -> scanner.getClasses().stream().map(Class::getName).findFirst());
        } catch (FlywayException | MigrationSourceException e) {
            return Optional.empty(); // a location that Flyway does not understand is not its own
        }
    }
}
