package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.FailureMode;
import dev.rehearsal.recorded.RecordedCrashes;
import dev.rehearsal.recorded.RecordedCrashes.RecordedCrash;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedMigration.RecordedQueue;
import dev.rehearsal.recorded.RecordedMigration.RecordedQueueRun;
import dev.rehearsal.recorded.RecordedMigration.RecordedUse;
import dev.rehearsal.recorded.RecordedPhase;
import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was tried of each migration, what happened, and what was not tried. */
final class FailureModes {
    private static final List<String> NEVER_TRIED = List.of(
            "Other writers change the same rows meanwhile",
            "The disk fills up",
            "Rows that break a new constraint are there already (beyond what the seeding made)");

    private FailureModes() {}

    static List<FailureMode> of(RecordedMigration migration) {
        List<FailureMode> modes = new ArrayList<>();
        modes.add(phase("The up fails", migration.phase("up")));
        if (migration.forwardOnly() == null) {
            modes.add(phase("The undo fails", migration.phase("down")));
            modes.add(phase("The up fails when it is run again after the undo", migration.phase("up-again")));
            modes.add(use(migration.afterUse(), migration.phase("down-after-use")));
        }
        modes.addAll(queue(migration.lockQueue()));
        modes.add(crash(migration.crash()));
        String hangs = migration.hangs();
        modes.add(new FailureMode(
                "The runner waits for itself",
                true,
                hangs == null ? "It would not, by its configuration." : "It would: " + hangs));
        NEVER_TRIED.forEach(what -> modes.add(new FailureMode(what, false, "Not tried in this rehearsal.")));
        migration.notMeasured().forEach(why -> modes.add(new FailureMode("Not measured", false, why)));
        return List.copyOf(modes);
    }

    private static FailureMode phase(String what, Optional<RecordedPhase> phase) {
        return phase.map(p -> new FailureMode(
                        what,
                        true,
                        p.failure() == null
                                ? "It did not, in " + DurationText.format(p.durationMs()) + "."
                                : "It did: " + FigureWords.failure(p.failure())))
                .orElse(new FailureMode(what, false, "This phase was not reached."));
    }

    private static FailureMode use(@Nullable RecordedUse use, Optional<RecordedPhase> down) {
        String what = "The undo fails, or loses data, once the new version has written";
        if (use == null || use.skipped() != null) {
            return new FailureMode(what, false, use == null ? "Not tried." : "Not tried: " + use.skipped());
        }
        String written = use.written().isEmpty()
                ? "nothing could be written"
                : FigureWords.list(use.written().stream()
                        .map(w -> w.kind().replace('-', ' ') + " in " + FigureWords.where(w.relation(), w.column()))
                        .distinct()
                        .toList());
        if (use.losses() == null) {
            String why =
                    down.map(RecordedPhase::failure).map(FigureWords::failure).orElse("it could not be compared");
            return new FailureMode(what, true, "Written: " + written + ". The undo failed: " + why);
        }
        return new FailureMode(
                what,
                true,
                "Written: " + written + ". "
                        + (use.losses().isEmpty()
                                ? "Nothing of it was lost."
                                : Sizes.count(use.losses().size(), "kind")
                                        + " of loss; the rollback plan names them."));
    }

    private static FailureMode crash(@Nullable RecordedCrashes crash) {
        String what = "The session or the runner dies in the middle of the up";
        if (crash == null || crash.skipped() != null) {
            return new FailureMode(what, false, crash == null ? "Not tried." : "Not tried: " + crash.skipped());
        }
        List<String> bad = crash.runs().stream()
                .filter(run -> !run.recovered())
                .map(run -> run.place()
                        + (run.failure() == null ? "" : " (" + run.failure().message() + ")"))
                .toList();
        long partial = crash.runs().stream().filter(RecordedCrash::partial).count();
        return new FailureMode(
                what,
                true,
                "Killed at " + crash.runs().size() + " moments: a part of it was left at " + partial + ". "
                        + (bad.isEmpty()
                                ? "Run again, it was completed each time."
                                : "Run again, it was not completed after a crash " + FigureWords.list(bad) + ".")
                        + (crash.notTried().isEmpty()
                                ? ""
                                : " Not tried: " + FigureWords.list(crash.notTried()) + "."));
    }

    private static List<FailureMode> queue(@Nullable RecordedQueue queue) {
        String what = "A long transaction stands in the way";
        if (queue == null || queue.skipped() != null) {
            return List.of(
                    new FailureMode(what, false, queue == null ? "Not tried." : "Not tried: " + queue.skipped()));
        }
        if (queue.runs().isEmpty()) {
            return List.of(new FailureMode(what, true, "It locks no table against readers: no one queues behind it."));
        }
        return queue.runs().stream()
                .map(run -> new FailureMode(what + " (" + run.phase() + ")", true, run(run)))
                .toList();
    }

    private static String run(RecordedQueueRun run) {
        String end = switch (run.outcome()) {
            case "went-through" -> "It waited " + DurationText.format(run.waitedMs()) + " and went through";
            case "gave-up" ->
                "It gave up after " + DurationText.format(run.waitedMs())
                        + (Boolean.TRUE.equals(run.untouched())
                                ? ", left the schema untouched"
                                : ", left the schema changed")
                        + (Boolean.TRUE.equals(run.retried())
                                ? ", and succeeded when retried"
                                : ", and was not seen to succeed when retried");
            default -> "It failed" + (run.failure() == null ? "" : ": " + FigureWords.failure(run.failure()));
        };
        return end + "; others waited " + FigureWords.ms(run.worstStallMs()) + " at worst.";
    }
}
