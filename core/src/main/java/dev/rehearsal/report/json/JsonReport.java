package dev.rehearsal.report.json;

import dev.rehearsal.report.format.Report;
import dev.rehearsal.result.RehearsalReport;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells everything to programs, as {@code docs/report.schema.json} describes it. Safe for use by several threads. */
public final class JsonReport implements Report {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Makes one. */
    public JsonReport() {}

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public String render(RehearsalReport report) {
        return MAPPER.writeValueAsString(ReportView.of(report)) + "\n";
    }
}
