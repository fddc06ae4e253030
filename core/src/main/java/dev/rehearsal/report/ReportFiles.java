package dev.rehearsal.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes files one after the other and remembers which of them could not be written. */
final class ReportFiles {
    private final Map<String, Exception> failures = new LinkedHashMap<>();

    /** Something that writes a file. */
    @FunctionalInterface
    interface Writing {
        void run() throws IOException;
    }

    void attempt(String name, Writing writing) {
        try {
            writing.run();
        } catch (IOException | RuntimeException e) {
            failures.put(name, e);
        }
    }

    void complain(Path directory) throws IOException {
        if (!failures.isEmpty()) {
            IOException all = new IOException("could not write " + String.join(", ", failures.keySet()) + " to "
                    + directory + ": " + failures.values().iterator().next());
            failures.values().forEach(all::addSuppressed);
            throw all;
        }
    }

    /** A reader, and a build that is killed, finds the old text or the new one, never a part. */
    static void replace(Path file, String text) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path part = Files.createTempFile(directory, "." + file.getFileName(), ".part");
        try {
            Files.write(part, bytes(text));
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static void append(Path file, String text) throws IOException {
        Files.write(file, bytes(text), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Unlike {@code Files.writeString} this replaces half characters, which SQL may well hold, instead of failing. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
