package dev.rehearsal.flyway;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.text.Digests;
import java.io.IOException;
import java.io.InputStream;

/** Tells whether a migration that is written in Java is still the same. */
final class ClassDigest {
    private ClassDigest() {}

    /** {@return the digest of the class as it was compiled; its nested classes and what it calls are not part of it} */
    static String of(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            // a class made at run time has no bytes to be read: its name is all that is known of it
            return bytes == null ? Digests.ofText(type.getName()) : Digests.ofBytes(bytes.readAllBytes());
        } catch (IOException e) {
            throw new MigrationSourceException("The class " + type.getName() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
