package dev.rehearsal.report.html;

import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.PlacedLock;
import dev.rehearsal.report.format.PlacedStall;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.SchemaCheck;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of a migration that a reviewer looks at first. */
final class MigrationStats {
    private MigrationStats() {}

    static List<Stat> of(MigrationResult result) {
        if (result.facts().forwardOnly() != null) {
            return List.of(phase("Up", result, Phase.UP), lock(result), stall(result));
        }
        return List.of(
                phase("Up", result, Phase.UP),
                phase("Down", result, Phase.DOWN),
                phase("Up again", result, Phase.UP_AGAIN),
                lock(result),
                stall(result),
                schema(result.facts().schemaAfterDown()),
                data(result.facts().dataAfterDown()));
    }

    private static Stat phase(String label, MigrationResult result, Phase phase) {
        Optional<PhaseResult> ran = result.facts().phase(phase);
        if (ran.isEmpty()) {
            boolean noUndo =
                    phase != Phase.UP && !result.facts().migration().wayBack().exists();
            return new Stat(label, "not run", noUndo ? "no way back" : "not reached", Tone.UNKNOWN);
        }
        String duration = DurationText.format(ran.get().facts().durationMs());
        return ran.get().failure() == null
                ? new Stat(label, duration, phase == Phase.DOWN ? rollback(result) : "", Tone.PLAIN)
                : new Stat(label, "failed", "after " + duration, Tone.BAD);
    }

    private static String rollback(MigrationResult result) {
        return Facts.rollback(result)
                .map(blocks -> "blocks: " + Plain.line(blocks))
                .orElse("");
    }

    private static Stat lock(MigrationResult result) {
        String note = PlacedLock.worst(result)
                .map(p -> p.lock().mode().words() + " on " + p.lock().relation() + ", " + phase(p.phase()))
                .orElse("");
        return measured("Longest lock", Facts.longestLock(result), note);
    }

    private static Stat stall(MigrationResult result) {
        String note = PlacedStall.worst(result)
                .map(p -> p.stall().operation() + " on " + p.stall().relation() + ", " + phase(p.phase()))
                .orElse("");
        String worst = Facts.longestStall(result);
        return measured("Worst stall", worst, worst.equals("none") ? "no existing table affected" : note);
    }

    private static String phase(Phase phase) {
        return phase.id().replace('-', ' ');
    }

    private static Stat measured(String label, String value, String note) {
        return new Stat(label, value, Plain.line(note), value.equals("not measured") ? Tone.UNKNOWN : Tone.PLAIN);
    }

    private static Stat schema(@Nullable SchemaCheck check) {
        int differences = check == null ? 0 : check.differences().size();
        return restored("Schema after down", check == null, differences, Sizes.count(differences, "difference"));
    }

    private static Stat data(@Nullable DataCheck check) {
        int losses = check == null ? 0 : check.losses().size();
        return restored("Data after down", check == null, losses, losses + (losses == 1 ? " loss" : " losses"));
    }

    private static Stat restored(String label, boolean unknown, int count, String counted) {
        if (unknown) {
            return new Stat(label, "not measured", "", Tone.UNKNOWN);
        }
        return count == 0
                ? new Stat(label, "restored", "", Tone.GOOD)
                : new Stat(label, "not restored", counted, Tone.BAD);
    }
}
