package dev.rehearsal.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches the Maven that this process has started, by the high-water mark that Linux keeps of each process. */
final class ResidentSet implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile double largest;

    ResidentSet() {
        var unused = clock.scheduleWithFixedDelay(this::look, 0, 100, TimeUnit.MILLISECONDS);
    }

    double largestMegabytes() {
        if (largest == 0) {
            throw new IllegalStateException("No Maven was seen: its memory was not measured");
        }
        return largest;
    }

    private void look() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .forEach(process -> largest = Math.max(largest, highWater(process.pid())));
    }

    private static double highWater(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0; // it has just ended
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
