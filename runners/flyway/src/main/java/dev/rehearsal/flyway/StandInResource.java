package dev.rehearsal.flyway;

import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script that Flyway is shown in the place of a class. */
final class StandInResource extends LoadableResource {
    private final String name;
    private final String path;
    private final String text;

    /**
     * Makes one.
     *
     * @param name named as Flyway names a script of the version
     * @param path where the text is from
     * @param text its SQL
     */
    StandInResource(String name, String path, String text) {
        this.name = name;
        this.path = path;
        this.text = text;
    }

    @Override
    public Reader read() {
        return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
        return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return path;
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }
}
