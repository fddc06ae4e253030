package dev.rehearsal.provider.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Counts the processes of a server, as an administrator would. */
final class Processes {
    private Processes() {}

    /** {@return the ids of the processes that have the directory, or one below it, as their working directory} */
    static List<String> within(Path directory) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> workingDirectory(process).startsWith(directory.toString()))
                    .map(process -> process.getFileName().toString())
                    .toList();
        }
    }

    private static String workingDirectory(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
