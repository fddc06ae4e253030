package dev.rehearsal.provider.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where unpacked programs are kept from run to run: a directory that only the user can write to. */
final class Caches {
    private Caches() {}

    /** {@return the user's cache, or one in the temporary directory where a home is missing} */
    static Path ofUser() throws IOException {
        Path preferred = base().resolve("rehearsal");
        try {
            Files.createDirectories(preferred.getParent());
            return open(preferred);
        } catch (IOException e) {
            String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9._-]", "-");
            return open(Path.of(System.getProperty("java.io.tmpdir")).resolve("rehearsal-cache-" + user));
        }
    }

    private static Path base() {
        String configured = System.getenv("XDG_CACHE_HOME");
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home", ""), ".cache")
                : Path.of(configured);
    }

    private static Path open(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectory(directory, Directories.privately(directory));
        }
        if (!Directories.isPrivate(directory) || !Files.isWritable(directory)) {
            // whoever could write there could have us run a program of theirs
            throw new IOException(directory + " is not a private directory of this user; remove it");
        }
        return directory;
    }

    /** {@return a cache for one run, whose programs another account may execute} */
    static Path within(Path run) throws IOException {
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx--x--x"));
        return Files.createDirectory(run.resolve("programs"));
    }
}
