package dev.rehearsal.flyway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Small things that Flyway's API makes long. */
final class Flyways {
    private Flyways() {}

    /** {@return locations as this configuration understands them} */
    static Location[] locations(Configuration like, String... descriptors) {
        return Flyway.configure(like.getClassLoader()).locations(descriptors).getLocations();
    }

    /**
     * {@return the configuration that this Flyway really uses, so that the same Flyway serves many databases: making
     * one is dearer than running it}
     */
    static ClassicConfiguration configuration(Flyway flyway) {
        return (ClassicConfiguration) flyway.getConfiguration();
    }

    /** Makes Flyway call these besides what the project has. */
    static void addCallbacks(ClassicConfiguration configuration, List<? extends Callback> more) {
        List<Callback> all = new ArrayList<>(Arrays.asList(configuration.getCallbacks()));
        all.addAll(more);
        configuration.setCallbacks(all.toArray(Callback[]::new));
    }

    /** {@return a provider of the Java migrations among these} */
    static ClassProvider<JavaMigration> classes(List<ScannedFile> files) {
        List<Class<? extends JavaMigration>> classes = new ArrayList<>();
        for (ScannedFile file : files) {
            if (file.type() != null) {
                classes.add(file.type());
            }
        }
        return () -> classes;
    }
}
