package dev.rehearsal.maven;

import dev.rehearsal.DatabaseProfile;
import dev.rehearsal.DatabaseProfile.Written;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.settings.Key;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the volume profile from a real database: its row counts and distributions as its own statistics have them. No
 * table is read, and no value of a text leaves the server. The database is named by {@code rehearsal.inspect.url}.
 */
@Mojo(name = "profile", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
public final class ProfileMojo extends AbstractReadingMojo {
    /** What production's rows are multiplied by for the rows that are written to be seeded; 1 by default. */
    @Parameter(property = "rehearsal.profile.scale")
    private @Nullable String profileScale;

    /** Whether the smallest and largest values of numbers and times are written, too; false by default. */
    @Parameter(property = "rehearsal.profile.bounds")
    private @Nullable String profileBounds;

    /** Whether a volume profile that is there already is replaced; false by default. */
    @Parameter(property = "rehearsal.profile.overwrite")
    private @Nullable String profileOverwrite;

    /** Made by Maven. */
    public ProfileMojo() {}

    @Override
    void run(RehearsalProject rehearsed) throws MojoExecutionException, IOException {
        try {
            Written written = new DatabaseProfile(rehearsed, Clock.systemUTC()).write();
            written.warnings().stream().map(Plain::entry).forEach(getLog()::warn);
            getLog().info(String.format(
                    Locale.ROOT,
                    "Profiled %d tables: %s, with %,d rows to seed.",
                    written.tables(),
                    written.file(),
                    written.rows()));
        } catch (DatabaseUnavailableException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    @Override
    Map<Key, String> own() {
        return new GoalSettings()
                .and(super.own())
                .and(Key.PROFILE_SCALE, profileScale)
                .and(Key.PROFILE_BOUNDS, profileBounds)
                .and(Key.PROFILE_OVERWRITE, profileOverwrite)
                .texts();
    }
}
