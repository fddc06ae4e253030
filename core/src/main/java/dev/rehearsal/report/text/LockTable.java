package dev.rehearsal.report.text;

import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.PlacedLock;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.RehearsalReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The locks of many migrations as one table, longest held first. */
final class LockTable {
    private static final int ROWS = 25;
    private static final int RELATION = 30;
    private static final int PLACE = 20;

    private LockTable() {}

    static void print(RehearsalReport report, TextPage page) {
        List<PlacedLock> locks = longestOfEach(PlacedLock.blocking(report.migrations()));
        if (locks.isEmpty()) {
            return;
        }
        page.gap();
        page.line("Locks that make others wait, longest first");
        page.line(row("relation", "mode", "held", "waited", "+/-", "migration:line"));
        locks.stream().limit(ROWS).map(LockTable::row).forEach(page::line);
        if (locks.size() > ROWS) {
            page.line("  and " + Sizes.count(locks.size() - ROWS, "shorter one") + " in report.html");
        }
    }

    /** A table and its indexes are locked as one; the log shows the longest. */
    private static List<PlacedLock> longestOfEach(List<PlacedLock> locks) {
        Map<String, PlacedLock> longest = new LinkedHashMap<>();
        locks.forEach(placed -> longest.putIfAbsent(
                placed.lock().relation() + "\n" + placed.lock().mode().words() + "\n" + placed.place(), placed));
        return List.copyOf(longest.values());
    }

    private static String row(PlacedLock placed) {
        return row(
                placed.lock().relation(),
                placed.lock().mode().words(),
                DurationText.format(placed.lock().heldMs()),
                DurationText.format(placed.lock().waitedMs()),
                DurationText.format(placed.lock().boundMs()),
                placed.place());
    }

    private static String row(String relation, String mode, String held, String waited, String bound, String place) {
        return String.format(
                "  %s  %s %11s %11s %9s  %s",
                pad(relation, RELATION),
                pad(mode.replace("EXCLUSIVE", "EXCL."), 16),
                held,
                waited,
                bound,
                Plain.shorten(Plain.line(place), PLACE));
    }

    /** Pads by characters as a reader counts them; {@code %-30s} counts those beyond the first plane twice. */
    private static String pad(String foreign, int width) {
        String text = Plain.shorten(Plain.line(foreign), width);
        return text + " ".repeat(width - text.codePointCount(0, text.length()));
    }
}
