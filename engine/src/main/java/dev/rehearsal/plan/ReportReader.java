package dev.rehearsal.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the last {@code report.json}. */
final class ReportReader {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReportReader() {}

    static RehearsedReport read(Path file) {
        if (!Files.exists(file)) {
            throw new PlanException("There is no " + file + ": run mvn rehearsal:verify first.");
        }
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file);
        } catch (IOException | JacksonException e) {
            throw new PlanException(
                    file + " cannot be read (" + e.getMessage() + "): run mvn rehearsal:verify again.", e);
        }
    }

    private static RehearsedReport parse(String text, Path file) {
        JsonNode tree = MAPPER.readTree(text);
        int version = tree.path("schemaVersion").asInt(0);
        if (version != SCHEMA_VERSION) {
            throw new PlanException(file + " has schemaVersion " + tree.path("schemaVersion") + ", and this version of"
                    + " Rehearsal reads " + SCHEMA_VERSION + ": run mvn rehearsal:verify again.");
        }
        return MAPPER.treeToValue(tree, RehearsedReport.class);
    }
}
