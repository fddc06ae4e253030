package dev.rehearsal.observe;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is looked up between two statements. A script of thousands of small statements is not slowed down by as many
 * looks: beyond the first ones, looks that would take more than a fifth of the time are left out, and what they
 * would have told is null.
 */
final class Boundaries {
    private static final int ALWAYS = 2000;
    private static final long SHARE = 5;
    private static final long HEAVY_TIME = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long HEAVY_LOG = 16 << 10;

    private final Observer observer;
    private final RelationNames names;
    private final RewriteView rewrites;
    private final boolean watching;
    private final boolean thorough;
    private final long begin = System.nanoTime();
    private int looks;
    private long spent;
    private @Nullable Sample fresh;
    private boolean heavy;

    Boundaries(Observer observer, RelationNames names, RewriteView rewrites, boolean watching, boolean thorough) {
        this.observer = observer;
        this.names = names;
        this.rewrites = rewrites;
        this.watching = watching;
        this.thorough = thorough;
    }

    /** {@return the position in the log right before a statement; null if not looked at} */
    synchronized @Nullable Long before() {
        Sample last = fresh;
        return last != null ? last.log() : look(false);
    }

    /** {@return the position in the log right after a statement; null if not looked at} */
    synchronized @Nullable Long after(long start, long end) {
        fresh = null;
        return look(end - start >= HEAVY_TIME);
    }

    /** {@return when at the earliest the server began to execute what a session has just been done with} */
    synchronized long began(long session, long sent) {
        Sample last = fresh;
        return last == null ? sent : last.began(session, sent);
    }

    /** Something happened since the last look. */
    synchronized void stale() {
        fresh = null;
    }

    /** Looks which files are new, if the statement was heavy enough to have written a table anew. */
    synchronized void attribute(RanStatement ran) {
        boolean worth = thorough || ran.nanos() >= HEAVY_TIME || (ran.logBytes() >= HEAVY_LOG && looks < ALWAYS);
        if (watching && worth) {
            heavy = true;
            rewrites.list(ran);
        }
        if (watching) {
            rewrites.remember(ran);
        }
    }

    /** Sees the locks gone, and reads the names of what has become visible. */
    synchronized void transactionEnded() {
        if (!watching) {
            return;
        }
        if (fresh == null) {
            // a lock that no one saw given back would seem to be held on by the next transaction
            look(observer.someoneHolds());
        }
        names.learn();
        if (heavy) {
            heavy = false;
            rewrites.attribute();
        }
    }

    private @Nullable Long look(boolean needed) {
        long now = System.nanoTime();
        boolean dear = looks > ALWAYS && spent * SHARE > now - begin;
        if (!watching || (dear && !needed)) {
            return null;
        }
        looks++;
        fresh = observer.look(true);
        spent += System.nanoTime() - now;
        Sample sample = fresh;
        return sample == null ? null : sample.log();
    }
}
