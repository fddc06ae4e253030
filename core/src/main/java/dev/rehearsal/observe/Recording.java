package dev.rehearsal.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What migrating sessions did, in the order in which it ended. Safe for use by several threads. */
final class Recording {
    private static final int JAVA_STATEMENTS = 1000;

    private final StatementTimeline timeline = new StatementTimeline();
    private final List<Window> windows = new ArrayList<>();
    private final Set<String> notes = new TreeSet<>();
    private final ProcessorUse processors;
    private int unscripted;
    private long latency;

    Recording(ProcessorUse processors) {
        this.processors = processors;
    }

    ProcessorUse processors() {
        return processors;
    }

    StatementTimeline timeline() {
        return timeline;
    }

    /** {@return what the way to the server and back takes at least, in nanoseconds; 0 if not known} */
    synchronized long latency() {
        return latency;
    }

    synchronized void latency(long nanos) {
        latency = nanos;
    }

    synchronized void add(Window window) {
        if (window.ran() != null && window.ran().source().line() == 0 && ++unscripted > JAVA_STATEMENTS) {
            notes.add("statements of Java code beyond the first " + JAVA_STATEMENTS + " are not listed one by one");
            windows.add(new Window(window.kind(), window.session(), window.time(), null));
        } else {
            windows.add(window);
        }
    }

    synchronized void note(String note) {
        notes.add(note);
    }

    synchronized List<Window> windows() {
        return List.copyOf(windows);
    }

    synchronized List<RanStatement> statements() {
        List<RanStatement> all = new ArrayList<>();
        for (Window window : windows) {
            if (window.ran() != null) {
                all.add(window.ran());
            }
        }
        return List.copyOf(all);
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** {@return from the first statement of the migration to the last end of a transaction of its sessions} */
    synchronized Span phase() {
        List<RanStatement> all = statements();
        if (all.isEmpty()) {
            long now = System.nanoTime();
            return new Span(now, now);
        }
        Set<Long> sessions = new TreeSet<>();
        all.forEach(ran -> sessions.add(ran.session()));
        long start = all.stream()
                .mapToLong(r -> r.time().from())
                .reduce(all.get(0).time().from(), Recording::earlier);
        long end = start;
        for (Window window : windows) {
            boolean ends = window.ran() != null || window.kind() == Window.Kind.END_OF_TRANSACTION;
            if (ends && sessions.contains(window.session()) && window.time().to() - end > 0) {
                end = window.time().to();
            }
        }
        return new Span(start, end);
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }
}
