package dev.rehearsal.migration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A script, or a class, that changes the database.
 *
 * @param name for a reader: the file's name, or the class's
 * @param path where it is; null for a Java migration and for a script inside a jar
 * @param text its text, decoded; empty for a Java migration
 */
public record Script(String name, @Nullable Path path, String text) {}
