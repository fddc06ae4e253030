package dev.rehearsal.report.json;

import dev.rehearsal.report.format.Report;
import dev.rehearsal.result.RehearsalReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.DefaultPrettyPrinter.Indenter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Tells everything to programs, as {@code docs/report.schema.json} describes it. Safe for use by several threads. */
public final class JsonReport implements Report {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private static final ObjectWriter WRITER =
            MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(new LinesOfItsOwn()));

    /** Down to a migration's own values: with a line for each value of a phase, three tenths of a long report were blanks. */
    private static final int DEEPEST_LINES = 2;

    /** Makes one. */
    public JsonReport() {}

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public String render(RehearsalReport report) {
        return WRITER.writeValueAsString(ReportView.of(report)) + "\n";
    }

    /** Breaks lines between values that are not deep inside. */
    private static final class LinesOfItsOwn implements Indenter {
        @Override
        public void writeIndentation(JsonGenerator generator, int level) {
            if (level <= DEEPEST_LINES) {
                DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.writeIndentation(generator, level);
            }
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
