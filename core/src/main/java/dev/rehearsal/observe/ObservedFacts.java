package dev.rehearsal.observe;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts together what was seen of a phase, once it is over and nobody looks any more. */
final class ObservedFacts {
    /** Longer than any canary waits for the server before it asks anew, however busy the machine is. */
    private static final long LONG_SILENCE = TimeUnit.SECONDS.toNanos(5);

    private final Observer observer;
    private final RelationNames names;
    private final RewriteView rewrites;
    private final Attribution attribution;
    private final Recording recording;
    private final HeldLocks locks;
    private final List<String> notes = new ArrayList<>();

    ObservedFacts(Observer observer, Looks looks, Recording recording, Set<QualifiedName> ignored) {
        this.observer = observer;
        this.names = looks.names();
        this.rewrites = looks.rewrites();
        this.attribution = looks.attribution();
        this.recording = recording;
        this.locks = new HeldLocks(names, recording, ignored);
    }

    PhaseFacts of(boolean watched, @Nullable Canaries canaries, LogView log, boolean timedOut) {
        Span phase = recording.phase();
        List<HeldLock> held = null;
        List<Harm> harms = null;
        String failure = observer.failure();
        if (watched && failure == null) {
            long now = System.nanoTime();
            List<Hold> holds = known(observer.folded(f -> f.holds(now)));
            List<Wait> vain = known(observer.folded(f -> f.waitsInVain(now)));
            List<HeldLocks.Clipped> clipped = holds.stream().map(locks::clip).toList();
            held = held(clipped, vain, new Afterwards(log, canaries));
            harms = harms(clipped, vain);
            failure = observer.failure();
        }
        if (failure != null) {
            held = null; // what it could not tell is not none
            notes.add("locks: " + failure);
        }
        List<Stall> stalls = canaries == null ? null : stalls(canaries, harms);
        notes.addAll(recording.notes());
        double duration = recording.timeline().millis(phase.from(), phase.to());
        return new PhaseFacts(duration, statements(phase.from()), held, stalls, timedOut, notes)
                .on(recording.processors().times(nanos -> recording.timeline().millis(phase.from(), nanos)));
    }

    private List<StatementFacts> statements(long origin) {
        List<StatementFacts> facts = new ArrayList<>();
        StatementTimeline timeline = recording.timeline();
        for (RanStatement ran : recording.statements()) {
            facts.add(new StatementFacts(
                    ran.source().script(),
                    ran.source().line(),
                    ran.source().sql(),
                    timeline.millis(origin, ran.time().from()),
                    timeline.millis(ran.time().from(), ran.time().to()),
                    ran.log() == null ? null : ran.logBytes(),
                    rewrites.of(ran),
                    ran.failed(),
                    attribution.of(ran),
                    rewrites.algorithm(ran)));
        }
        return facts;
    }

    private List<HeldLock> held(List<HeldLocks.Clipped> clipped, List<Wait> vain, Afterwards afterwards) {
        List<@Nullable HeldLock> all = new ArrayList<>();
        clipped.forEach(lock -> all.add(locks.held(lock)));
        vain.forEach(wait -> all.add(locks.vain(wait)));
        all.addAll(told(clipped, afterwards));
        return HeldLocks.ordered(all);
    }

    /** Locks that no sample saw. */
    private List<@Nullable HeldLock> told(List<HeldLocks.Clipped> clipped, Afterwards afterwards) {
        LogView log = afterwards.log();
        List<RanStatement> alone =
                recording.statements().stream().filter(log::mayHide).toList();
        List<@Nullable HeldLock> found = new ArrayList<>();
        if (alone.isEmpty()) {
            return found;
        }
        try {
            for (Map.Entry<RanStatement, List<LockRow.Key>> each : log.of(alone).entrySet()) {
                each.getValue().stream()
                        .distinct()
                        .filter(key -> clipped.stream()
                                .noneMatch(c -> each.getKey().equals(c.ran())
                                        && c.hold().key().equals(key)))
                        .forEach(key -> found.add(
                                locks.told(each.getKey(), key, atMost(each.getKey(), key, afterwards), log.seen())));
            }
        } catch (SQLException e) {
            unseen(alone, clipped, e);
        }
        return found;
    }

    /** Who got to the table meanwhile was not locked out for longer than from one answer to the next. */
    private long atMost(RanStatement ran, LockRow.Key key, Afterwards afterwards) {
        LockedRelation table = names.table(key.target().id());
        Canaries canaries = afterwards.canaries();
        return table == null || canaries == null
                ? Long.MAX_VALUE
                : canaries.longestLockedOut(table.name(), key.mode(), ran.time());
    }

    private void unseen(List<RanStatement> alone, List<HeldLocks.Clipped> clipped, SQLException reason) {
        for (RanStatement ran : alone) {
            if (clipped.stream().noneMatch(c -> ran.equals(c.ran()))) {
                notes.add(String.format(
                        Locale.ROOT,
                        "locks of the statement at line %d of %s, outside a transaction: held less than its %.1f ms (%s)",
                        ran.source().line(),
                        ran.source().script(),
                        ran.nanos() / 1e6,
                        reason.getMessage()));
            }
        }
    }

    private List<Harm> harms(List<HeldLocks.Clipped> clipped, List<Wait> vain) {
        List<Harm> harms = new ArrayList<>();
        for (HeldLocks.Clipped lock : clipped) {
            add(harms, lock.hold().key(), lock.harm(), lock.ran());
        }
        for (Wait wait : vain) {
            add(harms, wait.key(), new Span(wait.start(), wait.ended().to()), null);
        }
        return harms;
    }

    /** A lock on what the migration itself has made, such as a new index, is in nobody's way. */
    private void add(List<Harm> harms, LockRow.Key key, Span time, @Nullable RanStatement ran) {
        long locked = key.target().id();
        LockedRelation table = names.table(locked);
        if (table != null && names.existedBefore(locked)) {
            harms.add(new Harm(table.id(), key.mode(), time, ran));
        }
    }

    private List<Stall> stalls(Canaries canaries, @Nullable List<Harm> harms) {
        Stalls judge = new Stalls(names, recording, harms);
        notes.addAll(canaries.notes());
        canaries.all().stream()
                .filter(canary -> canary.failure() == null)
                .forEach(canary -> silence(canary).ifPresent(notes::add));
        return canaries.all().stream()
                .filter(canary -> canary.failure() == null)
                .flatMap(canary -> judge.of(canary).stream())
                .toList();
    }

    /** {@return that a canary was asked for and has not asked, or not to the end; else nothing} */
    private Optional<String> silence(Canary canary) {
        Long table = names.id(canary.table());
        boolean there = table != null && names.existedBefore(table);
        boolean gaveUp = canary.delays().stream().anyMatch(delay -> delay.gaveUp() > 0);
        long silent = recording.phase().to() - canary.answered();
        String what = "stalls on " + canary.table() + " (" + canary.access().operations() + "): the canary ";
        if (there && canary.attempts() == 0 && !gaveUp) {
            return Optional.of(what + "never got to the table, though it was there");
        }
        return silent > LONG_SILENCE
                ? Optional.of(what + "got no answer in the last " + TimeUnit.NANOSECONDS.toMillis(silent) + " ms")
                : Optional.empty();
    }

    private static <T> List<T> known(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /**
     * Who was asked between statements.
     *
     * @param names what relations are called
     * @param rewrites which tables were written anew
     * @param attribution what each statement did
     */
    record Looks(RelationNames names, RewriteView rewrites, Attribution attribution) {}

    /**
     * Who can tell of locks that no look saw.
     *
     * @param log what the server has written
     * @param canaries who asked meanwhile; null if none did
     */
    private record Afterwards(LogView log, @Nullable Canaries canaries) {}
}
