package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.TimeRow;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedPhase;
import dev.rehearsal.recorded.RecordedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happens when, by the measured times. */
final class PlanTimeline {
    private PlanTimeline() {}

    static List<TimeRow> of(RecordedReport report) {
        List<TimeRow> rows = new ArrayList<>();
        rows.add(new TimeRow("before T", "Announcement, pre-flight checks, decision", FigureWords.NOT_MEASURED));
        double at = 0;
        boolean known = true;
        for (RecordedMigration migration : report.migrations()) {
            Optional<RecordedPhase> up = migration.phase("up");
            rows.add(new TimeRow(at(at, known), "up " + label(migration), FigureWords.duration(up)));
            at += up.map(RecordedPhase::durationMs).orElse(0.0);
            known &= up.isPresent();
        }
        rows.add(new TimeRow(at(at, known), "Verification queries, announcement", FigureWords.NOT_MEASURED));
        rows.add(new TimeRow("T + 1 h", "Monitoring of the first hour ends", "1 h"));
        rows.add(new TimeRow("T + 1 d", "Monitoring of the first day ends; success criteria are signed", "1 d"));
        return List.copyOf(rows);
    }

    static String label(RecordedMigration migration) {
        return migration.version() + " " + migration.description();
    }

    private static String at(double ms, boolean known) {
        return known ? String.format(Locale.ROOT, "T + %.2f min", ms / 60_000) : FigureWords.NOT_MEASURED;
    }
}
