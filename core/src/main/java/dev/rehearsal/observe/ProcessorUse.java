package dev.rehearsal.observe;

import dev.rehearsal.result.ProcessorTimes;
import dev.rehearsal.result.ProcessorTimes.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the thread that migrates and the processes of its sessions have had of the processors, as Linux counts it for
 * each; our own part on that thread is left out. Where one of them cannot be asked, nothing is known. Safe for use by several
 * threads, though only one may migrate.
 */
final class ProcessorUse {
    private static final Path THREAD = Path.of("/proc/thread-self/schedstat");

    private final LongFunction<OptionalLong> processes;
    private final Map<Long, OptionalLong> asked = new HashMap<>();
    private final Map<Long, Use> begun = new HashMap<>();
    private final Map<Long, Use> now = new HashMap<>();
    private final List<Moment> moments = new ArrayList<>();
    private Use own = new Use(0, 0);
    private @Nullable Use since;
    private @Nullable Thread thread;
    private boolean known = true;

    ProcessorUse(LongFunction<OptionalLong> processes) {
        this.processes = processes;
    }

    /** The migration waits for us from this moment on. */
    synchronized void stop(long nanos, long session) {
        Use mine = known ? read(THREAD) : null;
        if (mine == null || !sameThread()) {
            known = false;
            return;
        }
        if (since != null) {
            own = own.and(mine.less(since));
        }
        since = null;
        look(session);
        moments.add(new Moment(nanos, all()));
    }

    /** It goes on. */
    synchronized void go(long nanos, long session) {
        Use mine = known ? read(THREAD) : null;
        if (mine == null || !sameThread()) {
            known = false;
            return;
        }
        since = mine;
        look(session);
        moments.add(new Moment(nanos, all()));
    }

    /**
     * {@return what was seen; null if it is not known}
     *
     * @param clock gives the milliseconds of the phase at a moment of {@link System#nanoTime()}
     */
    synchronized @Nullable ProcessorTimes times(LongToDoubleFunction clock) {
        return !known || moments.isEmpty()
                ? null
                : new ProcessorTimes(moments.stream()
                        .map(moment -> new Point(
                                clock.applyAsDouble(moment.nanos()),
                                moment.use().used() / 1e6,
                                moment.use().waited() / 1e6))
                        .toList());
    }

    private boolean sameThread() {
        if (thread == null) {
            thread = Thread.currentThread();
        }
        return thread == Thread.currentThread();
    }

    /** A session that has ended keeps what it had when it was last seen. */
    private void look(long session) {
        OptionalLong process = asked.computeIfAbsent(session, processes::apply);
        Use seen = process.isEmpty() ? null : read(Path.of("/proc/" + process.getAsLong() + "/schedstat"));
        if (seen != null) {
            begun.putIfAbsent(session, seen);
            now.put(session, seen);
        }
        known &= now.containsKey(session);
    }

    private Use all() {
        Use sum = own;
        for (Map.Entry<Long, Use> each : now.entrySet()) {
            sum = sum.and(each.getValue().less(begun.getOrDefault(each.getKey(), each.getValue())));
        }
        return sum;
    }

    private static @Nullable Use read(Path file) {
        try {
            String[] counts = Files.readString(file).strip().split(" ", -1);
            Use use = new Use(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
            return use.used() == 0 ? null : use; // a kernel that does not count
        } catch (IOException | RuntimeException notTold) {
            return null;
        }
    }

    /** Nanoseconds on a processor, and waiting for one. */
    private record Use(long used, long waited) {
        Use and(Use other) {
            return new Use(used + other.used, waited + other.waited);
        }

        Use less(Use other) {
            return new Use(used - other.used, waited - other.waited);
        }
    }

    private record Moment(long nanos, Use use) {}
}
