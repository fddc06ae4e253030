package dev.rehearsal.observe;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what samples showed into held locks: clipped to what the sessions did, named, and on the phase's clock. */
final class HeldLocks {
    private static final String OTHER_TRANSACTION = "(another transaction)";

    private final RelationNames names;
    private final StatementTimeline timeline;
    private final List<Window> windows;
    private final Set<QualifiedName> ignored;
    private final long origin;
    private final double latency;

    HeldLocks(RelationNames names, Recording recording, Set<QualifiedName> ignored) {
        this.names = names;
        this.timeline = recording.timeline();
        this.windows = recording.windows();
        this.ignored = ignored;
        this.origin = recording.phase().from();
        this.latency = recording.latency() / 1e6;
    }

    /** {@return the hold, its instants narrowed to when its session was busy} */
    Clipped clip(Hold hold) {
        List<Window> takers = busy(hold.key().session(), hold.acquired());
        Span acquired = clip(
                hold.acquired(), takers.stream().map(w -> w.taking(hold.key().mode())));
        List<Window> givers = busy(hold.key().session(), hold.released());
        List<Window> ends = givers.stream()
                .filter(w -> w.kind() == Window.Kind.END_OF_TRANSACTION)
                .toList();
        List<Window> chosen = ends.isEmpty() ? givers : ends;
        Span released = clip(hold.released(), chosen.stream().map(Window::time));
        return new Clipped(hold, acquired, released, taker(takers, hold.acquired()));
    }

    @Nullable
    HeldLock held(Clipped lock) {
        Hold hold = lock.hold();
        Wait wait = hold.waited();
        double held = atMost(lock.acquired().from(), lock.released().to());
        double sure = timeline.millis(lock.acquired().to(), lock.released().from()) + latency;
        double bound = held - Math.max(0, Math.min(held, sure));
        double waited = wait == null
                ? 0
                : timeline.millis(
                        wait.start(),
                        Math.min(wait.ended().to(), lock.acquired().to()));
        return named(hold.key(), new Times(lock.acquired().from(), held, bound, waited), lock.ran(), seen(hold));
    }

    private static HeldLock.Seen seen(Hold hold) {
        if (hold.byCanary()) {
            return HeldLock.Seen.BY_CANARY;
        }
        return hold.boundary() ? HeldLock.Seen.AT_BOUNDARY : HeldLock.Seen.BY_POLLING;
    }

    @Nullable
    HeldLock vain(Wait wait) {
        List<Window> busy =
                busy(wait.key().session(), new Span(wait.start(), wait.ended().to()));
        Span ended = clip(wait.ended(), busy.stream().map(Window::time));
        double waited = timeline.millis(wait.start(), ended.to());
        return named(
                wait.key(), new Times(ended.to(), 0, 0, waited), taker(busy, wait.ended()), HeldLock.Seen.BY_POLLING);
    }

    /**
     * {@return a lock that was told of afterwards; it lasted no longer than its statement}
     *
     * @param nanos nor longer than this
     * @param seen who told of it
     */
    @Nullable
    HeldLock told(RanStatement ran, LockRow.Key key, long nanos, HeldLock.Seen seen) {
        double most = Math.min(nanos / 1e6, atMost(ran.time().from(), ran.time().to()));
        return named(key, new Times(ran.time().from(), most, most, 0), ran, seen);
    }

    /** {@return for how long the server can have held what we asked for and got back between two instants} */
    private double atMost(long sent, long received) {
        return Math.max(0, timeline.millis(sent, received) - latency);
    }

    /** {@return the locks in the order in which they were taken, each once} */
    static List<HeldLock> ordered(List<@Nullable HeldLock> locks) {
        List<HeldLock> present = new ArrayList<>();
        for (HeldLock lock : locks) {
            if (lock != null) {
                present.add(lock);
            }
        }
        present.sort(Comparator.comparingDouble(HeldLock::acquiredMs)
                .thenComparing(HeldLock::relation)
                .thenComparing(HeldLock::mode, Comparator.reverseOrder()));
        return present;
    }

    private @Nullable HeldLock named(LockRow.Key key, Times times, @Nullable RanStatement ran, HeldLock.Seen seen) {
        Integer line = ran == null ? null : Integer.valueOf(ran.source().line());
        LockTarget target = key.target();
        double at = timeline.millis(origin, times.acquired());
        if (target.isKey()) {
            String name = "(" + target.words() + " lock " + target.id() + ")";
            return ran == null
                    ? null
                    : new HeldLock(
                            name, null, key.mode(), at, times.held(), times.waited(), times.bound(), line, false, seen);
        }
        LockedRelation locked = names.of(target.id());
        LockedRelation root = names.root(target.id());
        boolean waitsForOther = root == null && !target.isRelation();
        if ((root == null && !waitsForOther) || (root != null && ignores(root)) || (waitsForOther && ran == null)) {
            return null;
        }
        String relation = root == null ? OTHER_TRANSACTION : root.name().toString();
        String via =
                locked == null || locked.equals(root) ? null : locked.name().toString();
        boolean created = root != null && !names.existedBefore(target.id());
        return new HeldLock(
                relation, via, key.mode(), at, times.held(), times.waited(), times.bound(), line, created, seen);
    }

    private boolean ignores(LockedRelation root) {
        return ignored.contains(root.name());
    }

    private List<Window> busy(long session, Span when) {
        return windows.stream()
                .filter(w -> w.session() == session && w.time().overlaps(when))
                .toList();
    }

    /** {@return the span, narrowed to what is in any of the times; all of it if there are none} */
    private static Span clip(Span span, Stream<Span> times) {
        return times.reduce((a, b) -> new Span(Math.min(a.from(), b.from()), Math.max(a.to(), b.to())))
                .map(all -> span.within(all.from(), all.to()))
                .orElse(span);
    }

    /** Where no one looked between several statements, the one that ran longest in question is the likeliest. */
    private static @Nullable RanStatement taker(List<Window> windows, Span when) {
        return windows.stream()
                .filter(w -> w.ran() != null)
                .max(Comparator.comparingLong(w -> w.time().overlap(when)))
                .map(Window::ran)
                .orElse(null);
    }

    /** A hold, narrowed, and the statement that took it; null if none of the migration's did. */
    record Clipped(
            Hold hold,
            Span acquired,
            Span released,
            @Nullable RanStatement ran) {
        /** {@return when others had to wait: from when it was awaited until it was given back} */
        Span harm() {
            Wait wait = hold.waited();
            long from = wait == null ? acquired.from() : wait.start();
            return new Span(from, released.to());
        }
    }

    private record Times(long acquired, double held, double bound, double waited) {}
}
