package dev.rehearsal.report.text;

import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.PlacedLock;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.stream.Stream;

/** The locks of many migrations as one table, longest held first. */
final class LockTable {
    private static final int ROWS = 10;

    private LockTable() {}

    static void print(RehearsalReport report, LogPage page) {
        List<PlacedLock> locks = PlacedLock.longestOfEach(PlacedLock.blocking(report.migrations()));
        if (locks.isEmpty()) {
            return;
        }
        page.gap();
        page.tell("", "Locks that make others wait, longest first");
        print(
                Stream.concat(
                                Stream.of(List.of("held", "waited", "+/-", "relation", "mode", "migration:line")),
                                locks.stream().limit(ROWS).map(LockTable::row))
                        .toList(),
                page);
        if (locks.size() > ROWS) {
            page.tell("  ", "and " + Sizes.count(locks.size() - ROWS, "shorter one") + " in report.html");
        }
    }

    private static List<String> row(PlacedLock placed) {
        return List.of(
                DurationText.format(placed.lock().heldMs()),
                DurationText.format(placed.lock().waitedMs()),
                DurationText.format(placed.lock().boundMs()),
                Plain.line(placed.lock().relation()),
                placed.lock().mode().words(),
                Plain.line(placed.place()));
    }

    /** Each column is as wide as its widest cell: a name is never cut. */
    private static void print(List<List<String>> rows, LogPage page) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(other -> length(other.get(column)))
                        .max()
                        .orElse(0);
                String blanks = " ".repeat(width - length(row.get(i)));
                line.append("  ").append(i < 3 ? blanks + row.get(i) : row.get(i) + blanks);
            }
            page.add(Severity.NOTE, line.toString());
        }
    }

    /** As a reader counts characters; {@code %-30s} counts those beyond the first plane twice. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
