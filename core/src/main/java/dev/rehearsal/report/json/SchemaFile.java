package dev.rehearsal.report.json;

import dev.rehearsal.report.format.Report;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RehearsedSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the schema at the end of a rehearsal, so that a database can be held against it later. */
public final class SchemaFile implements Report {
    /** The file's name beside the other reports. */
    public static final String NAME = "schema.json";

    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Makes one. */
    public SchemaFile() {}

    @Override
    public String fileName() {
        return NAME;
    }

    @Override
    public String render(RehearsalReport report) {
        return MAPPER.writeValueAsString(View.of(report)) + "\n";
    }

    /** The file: a schema that was not reached is null, never empty. */
    private record View(
            int schemaVersion,
            String started,
            String databaseVersion,
            @Nullable String version,
            @Nullable List<ObjectView> objects) {
        static View of(RehearsalReport report) {
            RehearsedSchema schema = report.schema();
            return new View(
                    SCHEMA_VERSION,
                    report.started().toString(),
                    report.database().version(),
                    schema == null ? null : schema.version(),
                    schema == null ? null : ObjectView.of(schema));
        }
    }

    private record ObjectView(String type, String name, String definition) {
        static List<ObjectView> of(RehearsedSchema schema) {
            return schema.snapshot().definitions().entrySet().stream()
                    .map(e -> new ObjectView(
                            e.getKey().type(), e.getKey().name(), e.getValue().text()))
                    .toList();
        }
    }
}
