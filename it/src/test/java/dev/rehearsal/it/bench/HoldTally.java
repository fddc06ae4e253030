package dev.rehearsal.it.bench;

import dev.rehearsal.lock.HeldLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reported holds against true ones. A hold told by the write-ahead log is bounded by its statement, so it is no error. */
final class HoldTally {
    private static final String FORM = "%-24s %-6s %5s %7s %7s %9s %9s %9s %9s %10s%n";

    private final List<Double> errors = new ArrayList<>();
    private int all;
    private int missed;
    private int logged;
    private int contained;

    static String head() {
        return FORM.formatted(
                "holds", "cpu", "n", "missed", "in WAL", "err p50", "|e| p50", "|e| p95", "|e| max", "in bounds");
    }

    void add(double held, @Nullable HeldLock lock) {
        all++;
        if (lock == null) {
            missed++;
        } else if (lock.seen() == HeldLock.Seen.IN_LOG) {
            logged++;
        } else {
            errors.add(lock.heldMs() - held);
            if (held <= lock.heldMs() + 0.1 && held >= lock.heldMs() - lock.boundMs() - 0.3) {
                contained++;
            }
        }
    }

    int missed() {
        return missed;
    }

    String row(String name, boolean busy) {
        double[] signed = errors.stream().mapToDouble(d -> d).sorted().toArray();
        double[] size = Arrays.stream(signed).map(Math::abs).sorted().toArray();
        return FORM.formatted(
                name,
                busy ? "busy" : "idle",
                all,
                missed,
                logged,
                at(signed, 0.5),
                at(size, 0.5),
                at(size, 0.95),
                at(size, 1),
                errors.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * contained / errors.size()));
    }

    private static String at(double[] sorted, double part) {
        return sorted.length == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.2f",
                        sorted[(int) Math.max(0, Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1))]);
    }
}
