package dev.rehearsal.migration;

import dev.rehearsal.text.Digests;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A script, or a class, that changes the database.
 *
 * @param name for a reader: the file's name, or the class's
 * @param path where it is; null for a Java migration and for a script inside a jar
 * @param text its text, decoded; empty for a Java migration
 * @param digest SHA-256 of its text with plain line ends, or of the class; tells whether it is still the same
 */
public record Script(String name, @Nullable Path path, String text, String digest) {
    /**
     * A script whose digest is that of its text.
     *
     * @param name for a reader: the file's name
     * @param path where it is; null for a script inside a jar
     * @param text its text, decoded
     */
    public Script(String name, @Nullable Path path, String text) {
        this(name, path, text, Digests.ofText(text));
    }
}
