package dev.rehearsal.flyway;

import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** A file that was read once: Flyway asks for its text on every run. */
final class TextResource extends LoadableResource {
    private final LoadableResource file;
    private final String text;
    private final String name;

    TextResource(LoadableResource file, String text) {
        this(file, text, file.getFilename());
    }

    private TextResource(LoadableResource file, String text, String name) {
        this.file = file;
        this.text = text;
        this.name = name;
    }

    /** {@return the same file under another name} */
    TextResource named(String other) {
        return new TextResource(file, text, other);
    }

    String text() {
        return text;
    }

    @Override
    public Reader read() {
        return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
        return file.getAbsolutePath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return file.getAbsolutePathOnDisk();
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return file.getRelativePath();
    }
}
