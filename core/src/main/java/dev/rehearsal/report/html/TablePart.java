package dev.rehearsal.report.html;

import dev.rehearsal.report.format.FilledRows;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.TableFacts;
import java.util.Comparator;
import java.util.List;

/**
 * A table with what it held.
 *
 * @param name its name
 * @param rows how many rows, beside how many were asked for
 * @param why why it holds fewer than were asked for; empty if it does not
 * @param size on disk
 * @param share its size beside the largest table's, as a width
 */
public record TablePart(String name, String rows, String why, String size, String share) {
    static List<TablePart> of(List<TableFacts> tables) {
        double largest =
                Math.max(1, tables.stream().mapToLong(TableFacts::bytes).max().orElse(1));
        return tables.stream()
                .sorted(Comparator.comparingLong(TableFacts::bytes).reversed().thenComparing(TableFacts::table))
                .map(t -> new TablePart(
                        Plain.line(t.table()),
                        FilledRows.of(t),
                        FilledRows.why(t).map(Plain::line).orElse(""),
                        Sizes.bytes(t.bytes()),
                        TimeScale.percent(t.bytes() / largest)))
                .toList();
    }
}
