package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.Code;
import dev.rehearsal.plan.PlanContent.Undo;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedMigration.RecordedCheck;
import dev.rehearsal.recorded.RecordedMigration.RecordedLoss;
import dev.rehearsal.recorded.RecordedMigration.RecordedUse;
import dev.rehearsal.recorded.RecordedPhase;
import dev.rehearsal.recorded.RecordedPhase.RecordedEffect;
import dev.rehearsal.report.format.Sizes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways back of a migration. */
final class Undos {
    private Undos() {}

    static Undo of(RecordedMigration migration, Header header) {
        Optional<RecordedPhase> down = migration.phase("down");
        String undo = migration.undoScript();
        String why = migration.forwardOnly();
        if (why != null) {
            return forwardOnly(why, gradual(migration), header.text("Rollback"));
        }
        String said = header.text("Rollback");
        return new Undo(
                new Code(undo == null ? "" : undo),
                unwritten(migration),
                FigureWords.duration(down),
                FigureWords.lock(down),
                FigureWords.stall(down),
                check(migration.schemaAfterDown()),
                check(migration.dataAfterDown()),
                afterUse(migration.afterUse()),
                safeUntil(migration),
                gradual(migration),
                said.isEmpty() ? "The script's header has no entry Rollback." : said);
    }

    private static Undo forwardOnly(String why, String gradual, String said) {
        String word = "forward only: " + why;
        return new Undo(
                new Code(""), "none", word, "–", "–", "–", "–", "–", word, gradual, said.isEmpty() ? word : said);
    }

    private static String unwritten(RecordedMigration migration) {
        return switch (String.valueOf(migration.wayBack())) {
            case "derived" -> "made by the runner";
            case "declared-empty" -> "declared empty: nothing is run";
            default -> "none";
        };
    }

    private static String check(@Nullable RecordedCheck check) {
        return check == null
                ? FigureWords.NOT_MEASURED
                : check.identical() ? "as before" : "NOT as before: see the report";
    }

    private static String afterUse(@Nullable RecordedUse use) {
        if (use == null) {
            return FigureWords.NOT_MEASURED;
        }
        if (use.skipped() != null) {
            return "not measured: " + use.skipped();
        }
        List<RecordedLoss> losses = use.losses();
        if (losses == null) {
            return "the undo failed once the new version had written";
        }
        String unwritten = use.notWritten().isEmpty() ? "" : "; not tried: " + FigureWords.list(use.notWritten());
        return (losses.isEmpty()
                        ? "nothing of what was written"
                        : FigureWords.list(losses.stream().map(Undos::lost).toList()))
                + unwritten;
    }

    private static String lost(RecordedLoss loss) {
        return loss.kind().replace('-', ' ') + " in " + FigureWords.where(loss.relation(), loss.column()) + " ("
                + Sizes.count(loss.rows(), "row") + (loss.goesWithTheUp() ? ", goes with what the up added" : "") + ")";
    }

    private static String safeUntil(RecordedMigration migration) {
        if (migration.undoScript() == null && unwritten(migration).equals("none")) {
            return "there is no undo";
        }
        RecordedUse use = migration.afterUse();
        if (migration.phase("down").isEmpty()) {
            return FigureWords.NOT_MEASURED;
        }
        if (use == null || use.skipped() != null) {
            return "not measured: only the undo right after the up was rehearsed";
        }
        List<RecordedLoss> losses = use.losses();
        if (losses == null) {
            return "the new version writes for the first time; after that the undo failed in the rehearsal";
        }
        return losses.isEmpty()
                ? "any time, as far as was rehearsed"
                : "the new version writes to "
                        + FigureWords.list(losses.stream()
                                .map(l -> FigureWords.where(l.relation(), l.column()))
                                .distinct()
                                .toList());
    }

    private static String gradual(RecordedMigration migration) {
        List<RecordedEffect> effects = migration.effects();
        if (effects == null) {
            return "not known: what the migration changes was not measured";
        }
        List<String> broken = PlannedChanges.seen(effects);
        return broken.isEmpty()
                ? "Deploy the former application and leave this migration in place: nothing was taken away that it needs."
                        + " Contract later, by the undo."
                : "Expand first: a new migration that gives the former application what it needs, beside what is there ("
                        + FigureWords.list(broken)
                        + ") Then deploy it, and contract when no one uses the new form any more.";
    }
}
