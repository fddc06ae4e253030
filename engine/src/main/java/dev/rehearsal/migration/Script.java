package dev.rehearsal.migration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A script, or a class, that changes the database.
 *
 * @param name for a reader: the file's name, or the class's
 * @param path where it is; null for a Java migration and for a script inside a jar
 * @param text its text, decoded; empty for a Java migration
 */
public record Script(String name, @Nullable Path path, String text) {
    /** {@return the SHA-256 of its text, in hexadecimal: two scripts of one text have the same} */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
