package dev.rehearsal.report.format;

import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TableFacts;
import java.util.List;
import java.util.Optional;

/** How many rows tables hold, beside how many were asked for. */
public final class FilledRows {
    private FilledRows() {}

    /**
     * {@return how many rows a table holds: {@code 10,000}, or {@code 3 of 10,000}, or {@code 0, as asked}}
     *
     * @param table which
     */
    public static String of(TableFacts table) {
        Long asked = table.askedRows();
        if (asked != null && table.holdsFewer()) {
            return Sizes.count(table.rows()) + " of " + Sizes.count(asked);
        }
        return Sizes.count(table.rows()) + (asked != null && asked == 0 && table.rows() == 0 ? ", as asked" : "");
    }

    /**
     * {@return why it holds fewer rows than were asked for; empty if it does not}
     *
     * @param table which
     */
    public static Optional<String> why(TableFacts table) {
        TableFacts.NotFilled failure = table.notFilled();
        return Optional.ofNullable(failure != null ? failure.reason() : table.limit());
    }

    /**
     * {@return whether no rows were asked for at all}
     *
     * @param report any report
     */
    public static boolean none(RehearsalReport report) {
        List<Long> asked = report.tables().stream()
                .map(TableFacts::askedRows)
                .filter(rows -> rows != null)
                .toList();
        return !asked.isEmpty() && asked.stream().allMatch(rows -> rows == 0);
    }

    /**
     * {@return a sentence for each table that holds other rows than a reader expects; none where no rows were asked for}
     *
     * @param report any report
     */
    public static List<String> remarks(RehearsalReport report) {
        return none(report)
                ? List.of()
                : report.tables().stream()
                        .flatMap(table -> remark(table).stream())
                        .toList();
    }

    private static Optional<String> remark(TableFacts table) {
        Long asked = table.askedRows();
        if (asked != null && asked == 0 && table.rows() == 0) {
            return Optional.of(Plain.line(table.table() + " is empty, as asked"));
        }
        return why(table).map(why -> Plain.line(table.table() + " holds " + of(table) + " rows: " + why));
    }
}
