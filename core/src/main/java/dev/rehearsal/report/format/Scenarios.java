package dev.rehearsal.report.format;

import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.Deadlock;
import dev.rehearsal.result.HalfAppliedCheck;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.LockQueueRun;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What else was rehearsed of a migration, a sentence for each. */
public final class Scenarios {
    private static final int EXAMPLES = 6;

    private Scenarios() {}

    /**
     * {@return how the other scenarios went; one that was left out says why}
     *
     * @param migration any migration
     */
    public static List<String> of(MigrationResult migration) {
        List<String> sentences = new ArrayList<>();
        UseCheck use = migration.facts().afterUse();
        if (use != null && migration.facts().forwardOnly() == null) {
            sentences.add("rollback after use: " + use(use));
        }
        LockQueueCheck queue = migration.facts().lockQueue();
        if (queue != null && queue.skipped() != null) {
            sentences.add("lock queue: not rehearsed: " + queue.skipped());
        }
        if (queue != null) {
            queue.runs()
                    .forEach(run -> sentences.add("lock queue, " + run.phase().id() + ": " + run(run)));
        }
        ApplicationCheck application = migration.facts().application();
        if (application != null) {
            sentences.add("old application: " + application(application));
        }
        HalfAppliedCheck half = migration.facts().halfApplied();
        if (half != null) {
            sentences.add("half applied: " + half(half));
        }
        CrashCheck crash = migration.facts().crash();
        if (crash != null) {
            sentences.add("crash: " + CrashSentence.of(crash));
        }
        BackfillCheck backfill = migration.facts().backfill();
        if (backfill != null) {
            BackfillSentence.of(backfill).forEach(one -> sentences.add("backfill: " + one));
        }
        return List.copyOf(sentences);
    }

    private static String half(HalfAppliedCheck check) {
        if (check.skipped() != null) {
            return "not rehearsed: " + check.skipped();
        }
        List<String> stuck = check.runs().stream()
                .filter(run -> !run.completed())
                .map(run -> String.valueOf(run.point().line()))
                .toList();
        return check.runs().isEmpty()
                ? "nothing stays of it, wherever it fails"
                : "something stays of it at " + Sizes.count(check.runs().size(), "statement")
                        + (stuck.isEmpty()
                                ? "; run again, it was completed each time"
                                : "; run again, it is not completed where it failed at line " + list(stuck));
    }

    private static String application(ApplicationCheck check) {
        if (check.skipped() != null) {
            return "not rehearsed: " + check.skipped();
        }
        long worked =
                check.statements().stream().filter(StatementCheck::workedBefore).count();
        List<String> failed = check.statements().stream()
                .filter(statement ->
                        statement.workedBefore() && statement.runs().stream().anyMatch(StatementRun::failed))
                .map(StatementCheck::place)
                .toList();
        return Sizes.count(worked, "statement") + " run before, during and after"
                + (failed.isEmpty() ? "; none failed" : "; failed: " + list(failed))
                + (check.deadlocks().isEmpty()
                        ? ""
                        : "; deadlock with "
                                + list(check.deadlocks().stream()
                                        .map(Scenarios::deadlock)
                                        .distinct()
                                        .toList()));
    }

    private static String deadlock(Deadlock deadlock) {
        String place = deadlock.migrationPlace();
        return (deadlock.place() == null ? "a statement" : deadlock.place()) + " during the "
                + deadlock.phase().id() + (place == null ? "" : " at " + place);
    }

    private static String use(UseCheck use) {
        if (use.skipped() != null) {
            return "not rehearsed: " + use.skipped();
        }
        List<UseLoss> losses = use.losses();
        String written = use.written().isEmpty()
                ? "nothing could be written"
                : "written: "
                        + list(use.written().stream().map(Scenarios::written).toList());
        String lost = losses == null
                ? "the down failed"
                : losses.isEmpty()
                        ? "nothing of it is lost"
                        : "lost: " + list(losses.stream().map(Scenarios::lost).toList());
        String left = use.notWritten().isEmpty() ? "" : "; not written: " + list(use.notWritten());
        return written + "; " + lost + left;
    }

    private static String written(Written written) {
        return written.kind().words() + " in " + where(written.relation(), written.column()) + " ("
                + Sizes.count(written.rows(), "row") + ")";
    }

    private static String lost(UseLoss loss) {
        return loss.kind().words() + " in " + where(loss.relation(), loss.column()) + " ("
                + Sizes.count(loss.rows(), "row") + (loss.expected() ? ", as it must be" : "") + ")";
    }

    private static String where(String relation, @Nullable String column) {
        return column == null ? relation : relation + "." + column;
    }

    private static String list(List<String> items) {
        String first = items.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
        return items.size() <= EXAMPLES ? first : first + " and " + (items.size() - EXAMPLES) + " more";
    }

    private static String run(LockQueueRun run) {
        Double worst = run.worstStallMs();
        return switch (run.outcome()) {
                    case WENT_THROUGH -> "waited " + DurationText.format(run.waitedMs());
                    case GAVE_UP ->
                        "gave up after " + DurationText.format(run.waitedMs())
                                + (Boolean.TRUE.equals(run.untouched())
                                        ? " and left the schema untouched"
                                        : " and left the schema changed")
                                + (Boolean.TRUE.equals(run.retried()) ? ", a retry succeeded" : ", a retry failed");
                    case FAILED -> "failed" + (run.failure() == null ? "" : ": " + Facts.failure(run.failure()));
                }
                + "; others waited "
                + (worst == null ? "not measured" : "up to " + DurationText.format(worst))
                + " (" + list(run.tables()) + " read for " + DurationText.format(run.holdMs()) + ")";
    }
}
