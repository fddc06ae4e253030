package dev.rehearsal.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Folds samples, as they come, into holds and waits. A lock was granted between the last sample without it and the
 * first sample with it, and given back likewise. Not safe for use by several threads.
 */
final class LockFold {
    private final Map<LockRow.Key, Open> held = new LinkedHashMap<>();
    private final Map<WaitKey, Waiting> waiting = new HashMap<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Wait> vain = new ArrayList<>();
    private long previous;

    LockFold(long begin) {
        previous = begin;
    }

    void add(Sample sample) {
        Set<LockRow.Key> seen = new HashSet<>();
        Set<WaitKey> awaited = new HashSet<>();
        for (LockRow row : sample.rows()) {
            if (row.granted()) {
                seen.add(row.key());
                hold(row, sample);
            } else {
                awaited.add(waits(row, sample));
            }
        }
        endWaits(awaited, sample);
        release(seen, sample::gone);
        previous = sample.before();
    }

    boolean someoneWaits() {
        return !waiting.isEmpty();
    }

    boolean someoneHolds() {
        return !held.isEmpty();
    }

    /** {@return the numbers of the relations that are, or were, locked} */
    Set<Long> relations() {
        Set<Long> ids = new HashSet<>();
        held.keySet().stream()
                .filter(key -> key.target().isRelation())
                .forEach(key -> ids.add(key.target().id()));
        holds.stream()
                .filter(hold -> hold.key().target().isRelation())
                .forEach(hold -> ids.add(hold.key().target().id()));
        return ids;
    }

    /** {@return all holds; those that no sample saw end, end now} */
    List<Hold> holds(long now) {
        release(Set.of(), session -> now);
        return List.copyOf(holds);
    }

    /** {@return the waits that did not end in a hold} */
    List<Wait> waitsInVain(long now) {
        endWaits(Set.of(), new Sample(previous, now, null, false, List.of(), Map.of()));
        return List.copyOf(vain);
    }

    private void hold(LockRow row, Sample sample) {
        Open open = held.computeIfAbsent(
                row.key(), k -> new Open(new Span(previous - row.blind(), sample.after()), row.blind() > 0));
        open.lastSeen = sample.before();
        open.boundary |= sample.boundary();
    }

    private WaitKey waits(LockRow row, Sample sample) {
        WaitKey key = new WaitKey(row.key(), row.waitStart());
        Waiting wait = waiting.computeIfAbsent(key, k -> new Waiting(sample.before() - row.waited()));
        wait.lastSeen = sample.before();
        return key;
    }

    private void endWaits(Set<WaitKey> awaited, Sample sample) {
        Iterator<Map.Entry<WaitKey, Waiting>> all = waiting.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<WaitKey, Waiting> each = all.next();
            if (!awaited.contains(each.getKey())) {
                all.remove();
                ended(each.getKey().lock(), each.getValue(), sample.after());
            }
        }
    }

    private void ended(LockRow.Key key, Waiting waiting, long now) {
        Wait wait = new Wait(key, waiting.start, new Span(waiting.lastSeen, now));
        Open open = held.get(key);
        if (open != null && open.wait == null && open.acquired.from() >= waiting.lastSeen) {
            open.wait = wait;
        } else {
            vain.add(wait);
        }
    }

    private void release(Set<LockRow.Key> seen, LongUnaryOperator gone) {
        Iterator<Map.Entry<LockRow.Key, Open>> all = held.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<LockRow.Key, Open> each = all.next();
            if (!seen.contains(each.getKey())) {
                all.remove();
                Open open = each.getValue();
                long atLatest =
                        Math.max(open.lastSeen, gone.applyAsLong(each.getKey().session()));
                Span released = new Span(open.lastSeen, atLatest);
                holds.add(new Hold(each.getKey(), open.acquired, released, open.boundary, open.byCanary, open.wait));
            }
        }
    }

    /** A session that waits twice for the same lock waits since another instant. */
    private record WaitKey(LockRow.Key lock, long since) {}

    private static final class Open {
        final Span acquired;
        final boolean byCanary;
        long lastSeen;
        boolean boundary;

        @Nullable
        Wait wait;

        Open(Span acquired, boolean byCanary) {
            this.acquired = acquired;
            this.byCanary = byCanary;
        }
    }

    private static final class Waiting {
        final long start;
        long lastSeen;

        Waiting(long start) {
            this.start = start;
        }
    }
}
