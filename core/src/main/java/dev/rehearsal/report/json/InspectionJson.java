package dev.rehearsal.report.json;

import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.inspection.Sighting;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells an inspection to programs. Safe for use by several threads. */
public final class InspectionJson {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Makes one. */
    public InspectionJson() {}

    /**
     * {@return the report}
     *
     * @param report what to tell
     */
    public String render(InspectionReport report) {
        return MAPPER.writeValueAsString(new View(
                        SCHEMA_VERSION,
                        report.verdict().name(),
                        report.at().toString(),
                        report.database(),
                        report.product(),
                        report.server(),
                        report.version(),
                        report.answers().stream().map(AnswerView::of).toList()))
                + "\n";
    }

    private record View(
            int schemaVersion,
            String verdict,
            String at,
            String database,
            String product,
            @Nullable String server,
            @Nullable String rehearsedVersion,
            List<AnswerView> answers) {}

    private record AnswerView(
            String question, String title, @Nullable String notMeasured, List<SightingView> sightings) {
        static AnswerView of(Answer answer) {
            return new AnswerView(
                    answer.question().id(),
                    answer.question().title(),
                    answer.notMeasured(),
                    answer.sightings().stream()
                            .map(sighting ->
                                    SightingView.of(sighting, answer.question().remedy()))
                            .toList());
        }
    }

    private record SightingView(String severity, String object, String says, String remedy) {
        static SightingView of(Sighting sighting, String remedy) {
            return new SightingView(
                    sighting.severity().name().toLowerCase(Locale.ROOT),
                    sighting.object().toString(),
                    sighting.says(),
                    remedy);
        }
    }
}
