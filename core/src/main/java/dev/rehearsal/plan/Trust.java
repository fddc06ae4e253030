package dev.rehearsal.plan;

import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.RecordedReport.RecordedTable;
import dev.rehearsal.report.format.Sizes;
import java.util.ArrayList;
import java.util.List;

/** How far the figures of a plan can be trusted, one sentence each. */
final class Trust {
    private Trust() {}

    static List<String> of(RecordedReport report) {
        List<String> sentences = new ArrayList<>(report.database().unlikeProduction());
        List<String> unknown = new ArrayList<>();
        for (RecordedTable table : report.tables()) {
            Long production = table.productionRows();
            if (production == null) {
                unknown.add(table.table());
            } else if (production > table.rows()) {
                sentences.add(table.table() + " had " + Sizes.count(table.rows(), "row") + " in the rehearsal and has "
                        + Sizes.count(production) + " in production: its times were not measured at that size, and are"
                        + " not extrapolated here.");
            }
        }
        if (!unknown.isEmpty()) {
            sentences.add("How large these tables are in production was not said: " + FigureWords.list(unknown)
                    + ". The pre-flight queries compare.");
        }
        report.migrations().stream()
                .filter(m -> m.effects() == null)
                .forEach(m -> sentences.add("Version " + m.version()
                        + ": what it changes could not be traced; no query here verifies it."));
        sentences.add("Each time is that of one run, on the machine of the rehearsal, without production's load.");
        report.migrations()
                .forEach(m -> m.notMeasured()
                        .forEach(why -> sentences.add("Version " + m.version() + ", not measured: " + why)));
        return List.copyOf(sentences);
    }
}
