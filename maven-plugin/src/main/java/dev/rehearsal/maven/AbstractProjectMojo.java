package dev.rehearsal.maven;

import dev.rehearsal.settings.Key;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say which migrations the project has, and how they run in production. */
abstract class AbstractProjectMojo extends AbstractCommandMojo {
    /**
     * Whose migrations they are: {@code flyway}, {@code liquibase}, {@code sql} or {@code command}; by default {@code auto}, which is the
     * runner that finds something of its own in the project.
     */
    @Parameter(property = "rehearsal.runner")
    private @Nullable String runner;

    /** Where the migrations are, as their runner writes it; its own configuration serves where nothing is said. */
    @Parameter(property = "rehearsal.locations")
    private @Nullable List<String> locations;

    /** Whose layout a folder of plain SQL has, where more than one fits: {@code dbmate}, {@code goose} and others. */
    @Parameter(property = "rehearsal.layout")
    private @Nullable String layout;

    /**
     * Whether each migration must have a way back: {@code auto}, as soon as one has it, {@code required}, or
     * {@code none — reason} for a project that only goes forward.
     */
    @Parameter(property = "rehearsal.undo")
    private @Nullable String undo;

    /** The time zone of the sessions that migrate, such as {@code UTC}; the build's own by default. */
    @Parameter(property = "rehearsal.timeZone")
    private @Nullable String timeZone;

    /** The profiles of Spring whose settings of Flyway are followed; none by default. */
    @Parameter(property = "rehearsal.springProfiles")
    private @Nullable List<String> springProfiles;

    /** Files of SQL that an administrator runs before the first migration. */
    @Parameter(property = "rehearsal.beforehand")
    private @Nullable List<String> beforehand;

    /** The name by which scripts call their database, for those that name it. */
    @Parameter(property = "rehearsal.databaseName")
    private @Nullable String databaseName;

    /** {@return what they say} */
    final Map<Key, String> ofProject() {
        return new GoalSettings()
                .and(ofCommand())
                .and(Key.RUNNER, runner)
                .and(Key.LOCATIONS, locations == null ? null : String.join(",", locations))
                .and(Key.LAYOUT, layout)
                .and(Key.UNDO, undo)
                .and(Key.TIME_ZONE, timeZone)
                .and(Key.SPRING_PROFILES, springProfiles == null ? null : String.join(",", springProfiles))
                .and(Key.DATABASE_NAME, databaseName)
                .and(Key.BEFOREHAND, beforehand == null ? null : String.join(",", beforehand))
                .texts();
    }
}
