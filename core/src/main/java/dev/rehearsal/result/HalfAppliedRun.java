package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import org.jspecify.annotations.Nullable;

/**
 * What an up that failed at one of its statements has left, and the ways out.
 *
 * @param point where it failed: before that statement had done anything
 * @param left what stays of it
 * @param repaired whether the runner's history had to be repaired before it would run it again
 * @param failure why running it again failed; null if it did not
 * @param completed whether running it again led to what an undisturbed up leads to
 * @param forward the rest of the up by hand; null if running it again completed it, or the runner does not tell statements
 * @param back the way back by hand; null if there is none whose statements are told
 */
public record HalfAppliedRun(
        CrashPoint point,
        LeftBehind left,
        boolean repaired,
        @Nullable RunFailure failure,
        boolean completed,
        @Nullable HandPath forward,
        @Nullable HandPath back) {}
