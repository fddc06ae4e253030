package dev.rehearsal.compare;

import dev.rehearsal.compare.Regression.Kind;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedMigration.RecordedCheck;
import dev.rehearsal.recorded.RecordedMigration.RecordedLoss;
import dev.rehearsal.recorded.RecordedMigration.RecordedUse;
import dev.rehearsal.recorded.RecordedPhase;
import dev.rehearsal.recorded.RecordedPhase.RecordedLock;
import dev.rehearsal.recorded.RecordedPhase.RecordedStall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One migration against itself in another rehearsal. */
final class MigrationComparison {
    private final RecordedMigration before;
    private final RecordedMigration after;
    private final Noise noise;
    private final List<Regression> found = new ArrayList<>();

    MigrationComparison(RecordedMigration before, RecordedMigration after, Noise noise) {
        this.before = before;
        this.after = after;
        this.noise = noise;
    }

    /** A migration that the base does not have: its times have no measure, its losses and findings are new. */
    static List<Regression> ofNew(RecordedMigration migration) {
        List<Regression> found = new ArrayList<>();
        found.add(new Regression(
                Kind.NOT_COMPARED, migration.script(), "is not in the base: its times have no measure."));
        losses(migration)
                .values()
                .forEach(loss -> found.add(new Regression(Kind.LOSSY, migration.script(), told(loss))));
        found.addAll(NewFindings.findings(migration.script(), List.of(), migration.findings()));
        return found;
    }

    List<Regression> regressions() {
        for (RecordedPhase phase : after.phases()) {
            before.phase(phase.phase()).ifPresent(earlier -> compare(earlier, phase));
        }
        reached();
        lossy();
        unmeasured("the schema after the down", before.schemaAfterDown(), after.schemaAfterDown());
        unmeasured("the data after the down", before.dataAfterDown(), after.dataAfterDown());
        unmeasured("rollback after use", before.afterUse(), after.afterUse());
        unmeasured("the stalls", before.expectedDowntimeMs(), after.expectedDowntimeMs());
        found.addAll(NewFindings.findings(after.script(), before.findings(), after.findings()));
        return found;
    }

    private void reached() {
        before.phases().stream()
                .filter(p -> after.phase(p.phase()).isEmpty())
                .forEach(p -> add(Kind.NOT_MEASURED, p.phase() + " was reached, and is not any more"));
    }

    private void compare(RecordedPhase earlier, RecordedPhase now) {
        slower(Kind.SLOWER, now.phase() + " took", earlier.durationMs(), now.durationMs());
        unmeasured("the locks of " + now.phase(), earlier.locks(), now.locks());
        unmeasured("the stalls of " + now.phase(), earlier.stalls(), now.stalls());
        if (earlier.locks() != null && now.locks() != null) {
            Map<String, Double> held = locks(earlier.locks());
            locks(now.locks())
                    .forEach((lock, ms) -> slower(
                            Kind.LONGER_LOCKED,
                            now.phase() + " held off " + lock + " for",
                            held.getOrDefault(lock, 0.0),
                            ms));
        }
        if (earlier.stalls() != null && now.stalls() != null) {
            Map<String, Double> waited = stalls(earlier.stalls());
            stalls(now.stalls())
                    .forEach((who, ms) -> slower(
                            Kind.LONGER_STALLED,
                            now.phase() + " let wait " + who + " for",
                            waited.getOrDefault(who, 0.0),
                            ms));
        }
    }

    private static Map<String, Double> locks(List<RecordedLock> locks) {
        Map<String, Double> longest = new TreeMap<>();
        for (RecordedLock lock : locks) {
            if (lock.hurts()) {
                String whom = lock.blocksReads() ? "readers of " : "writers of ";
                longest.merge(whom + lock.relation(), lock.heldMs(), Math::max);
            }
        }
        return longest;
    }

    private static Map<String, Double> stalls(List<RecordedStall> stalls) {
        Map<String, Double> worst = new TreeMap<>();
        stalls.forEach(s -> worst.merge("a " + s.operation() + " on " + s.relation(), s.worstMs(), Math::max));
        return worst;
    }

    private void lossy() {
        Map<String, RecordedLoss> known = losses(before);
        losses(after).forEach((where, loss) -> {
            RecordedLoss earlier = known.get(where);
            if (earlier == null || earlier.rows() < loss.rows()) {
                add(Kind.LOSSY, told(loss) + (earlier == null ? "" : " It was " + earlier.rows() + "."));
            }
        });
    }

    private static Map<String, RecordedLoss> losses(RecordedMigration migration) {
        Map<String, RecordedLoss> losses = new TreeMap<>();
        RecordedCheck data = migration.dataAfterDown();
        RecordedUse use = migration.afterUse();
        Stream.concat(stream(data == null ? null : data.losses()), stream(use == null ? null : use.losses()))
                .filter(loss -> !loss.goesWithTheUp())
                .forEach(loss -> losses.put(loss.relation() + "." + loss.column() + " " + loss.kind(), loss));
        return losses;
    }

    private static Stream<RecordedLoss> stream(@Nullable List<RecordedLoss> losses) {
        return losses == null ? Stream.empty() : losses.stream();
    }

    private static String told(RecordedLoss loss) {
        String where = loss.column() == null ? loss.relation() : loss.relation() + "." + loss.column();
        return where + ": " + loss.kind().replace('-', ' ') + " in " + loss.rows() + " rows after the down.";
    }

    private void unmeasured(String what, @Nullable Object earlier, @Nullable Object now) {
        if (earlier != null && now == null) {
            add(Kind.NOT_MEASURED, what + " could be told, and cannot any more");
        }
    }

    private void slower(Kind kind, String what, double earlier, double now) {
        if (noise.isWorse(earlier, now)) {
            add(kind, String.format(Locale.ROOT, "%s %.1f ms, and now %.1f ms", what, earlier, now));
        }
    }

    private void add(Kind kind, String message) {
        found.add(new Regression(kind, after.script(), message));
    }
}
