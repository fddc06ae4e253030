package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.RunOwner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** A server's programs, unpacked once for each content of the jar. Several processes may use one directory. */
final class BinariesCache {
    private static final int BUFFER = 1 << 16;
    private static final String PART = "part-";
    private static final Pattern PART_OF = Pattern.compile(PART + "(.*)-[^-]*");

    private final Path directory;

    BinariesCache(Path directory) {
        this.directory = directory;
    }

    /** {@return the directory that holds {@code bin/postgres} of that major version} */
    Path programs(PostgresBinaries binaries, int major) throws IOException {
        return programs(
                "postgres-" + major,
                () -> binaries.jar(major),
                (jar, content) ->
                        new Unpacking(content).unpack(jar, Platform.current().archive()));
    }

    /**
     * {@return the directory of what a jar holds, unpacked once for each content of it}
     *
     * @param name how the directory's name begins
     * @param jar opens it
     * @param unpacking takes out what is needed
     */
    Path programs(String name, Jar jar, Unpacked unpacking) throws IOException {
        return kept(name + "-" + hash(jar), content -> {
            try (InputStream stream = jar.open()) {
                unpacking.from(stream, content);
            }
        });
    }

    /**
     * {@return a directory that is made once, and whole or not at all}
     *
     * @param name its name, which stands for its content
     * @param making fills an empty directory
     */
    Path kept(String name, Making making) throws IOException {
        clearAbandoned();
        Path whole = directory.resolve(name);
        if (!Files.exists(whole)) {
            make(making, whole);
        }
        return whole;
    }

    /** {@return a short name for a text} */
    static String hash(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    /**
     * Discards all but those that were changed last.
     *
     * @param pattern of the names
     * @param number how many stay
     */
    void keepNewest(String pattern, int number) throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, pattern)) {
            for (Path each : all) {
                if (Files.exists(each)) {
                    times.put(each, Files.getLastModifiedTime(each));
                }
            }
        }
        List<Path> oldest = times.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed())
                .skip(number)
                .map(Map.Entry::getKey)
                .toList();
        for (Path each : oldest) {
            discard(each);
        }
    }

    /** Removes what is kept, so that no one takes a part of it for the whole. */
    void discard(Path kept) throws IOException {
        Path part = newPart();
        try {
            Files.move(kept, part.resolve("discarded"), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return; // by another process
        } finally {
            Directories.delete(part);
        }
    }

    private Path newPart() throws IOException {
        return Files.createTempDirectory(directory, PART + nameOf(RunOwner.current()) + "-");
    }

    /**
     * Two sums of different kinds, and the length: they tell versions of a jar apart, and whoever could make a jar that meets
     * them all could as well run what he likes. A digest of 15 MB took a third of a second, since few rehearsals are long
     * enough for the virtual machine to compile it.
     */
    private static String hash(Jar jar) throws IOException {
        Checksum zip = new CRC32();
        Checksum castagnoli = new CRC32C();
        long length = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = jar.open()) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                zip.update(buffer, 0, read);
                castagnoli.update(buffer, 0, read);
                length += read;
            }
        }
        return "%08x%08x%x".formatted(zip.getValue(), castagnoli.getValue(), length);
    }

    private void make(Making making, Path whole) throws IOException {
        Path part = newPart();
        Path content = Files.createDirectory(part.resolve("content"));
        try {
            making.into(content);
            moveInto(content, whole);
        } finally {
            Directories.delete(part);
        }
    }

    /** A jar that can be read more than once. */
    @FunctionalInterface
    interface Jar {
        InputStream open() throws IOException;
    }

    /** Takes a jar's content out. */
    @FunctionalInterface
    interface Unpacked {
        void from(InputStream jar, Path content) throws IOException;
    }

    /** Fills a directory. */
    @FunctionalInterface
    interface Making {
        void into(Path content) throws IOException;
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

    /** What a killed process left half unpacked. */
    private void clearAbandoned() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, PART + "*")) {
            for (Path part : parts) {
                if (ownerOf(part).filter(RunOwner::isGone).isPresent()) {
                    Directories.delete(part);
                }
            }
        }
    }

    private static String nameOf(RunOwner owner) {
        return owner.toString().replace('/', '_');
    }

    private static Optional<RunOwner> ownerOf(Path part) {
        Matcher matcher = PART_OF.matcher(part.getFileName().toString());
        return matcher.matches() ? RunOwner.parse(matcher.group(1).replace('_', '/')) : Optional.empty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
