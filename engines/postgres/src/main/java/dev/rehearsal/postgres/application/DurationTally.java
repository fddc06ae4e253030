package dev.rehearsal.postgres.application;

import dev.rehearsal.result.StatementRun.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Durations in milliseconds, as they come. Used by one thread at a time. */
final class DurationTally {
    private final List<Double> durations = new ArrayList<>();

    void add(double ms) {
        durations.add(ms);
    }

    int size() {
        return durations.size();
    }

    /** {@return what they say; null if there are none} */
    @Nullable
    Times times() {
        if (durations.isEmpty()) {
            return null;
        }
        List<Double> sorted = durations.stream().sorted().toList();
        return new Times(sorted.get(0), at(sorted, 0.5), at(sorted, 0.95), sorted.get(sorted.size() - 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
