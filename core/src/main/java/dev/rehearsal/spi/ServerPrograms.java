package dev.rehearsal.spi;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the programs of an embedded server come from.
 *
 * @param classes whose class path is looked through
 * @param repository fetches a published artifact instead; null if the class path alone is asked
 */
public record ServerPrograms(ClassLoader classes, @Nullable Repository repository) {
    /** A repository of published artifacts, such as a build tool's. */
    @FunctionalInterface
    public interface Repository {
        /**
         * Opens an artifact's jar.
         *
         * @param groupId its group
         * @param artifactId its name
         * @param version its version
         * @return the jar's bytes; the caller closes it
         * @throws IOException if it cannot be fetched; the message says why
         */
        InputStream jar(String groupId, String artifactId, String version) throws IOException;
    }

    /**
     * {@return programs from a class path}
     *
     * @param classes whose
     */
    public static ServerPrograms of(ClassLoader classes) {
        return new ServerPrograms(classes, null);
    }
}
