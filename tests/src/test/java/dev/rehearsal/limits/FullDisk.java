package dev.rehearsal.limits;

import dev.rehearsal.result.RehearsalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Rehearses, in a process of its own, on the disk that it is given, and says how it ended. */
final class FullDisk {
    private FullDisk() {}

    /**
     * Rehearses.
     *
     * @param args the project, and the disk
     */
    public static void main(String[] args) throws IOException {
        Path disk = Path.of(args[1]);
        try {
            RehearsalReport report = new LargeProject(Path.of(args[0])).rehearse(disk, 3_000_000, "2");
            System.out.println("VERDICT " + report.verdict());
            report.findings()
                    .forEach(f -> System.out.printf("FINDING %s %s%nREMEDY %s%n", f.rule(), f.message(), f.remedy()));
        } finally {
            try (Stream<Path> left = Files.list(disk)) {
                left.forEach(path -> System.out.println("LEFT " + path.getFileName()));
            }
            System.out.println("END");
        }
    }
}
