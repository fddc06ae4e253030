package dev.rehearsal.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@code report.json} says.
 *
 * @param schemaVersion the version of its form
 * @param verdict the answer: {@code PASSED}, {@code FAILED} or {@code INCOMPLETE}
 * @param seed everything random came from it
 * @param started when it began
 * @param durationMs how long it took, in milliseconds
 * @param database what it ran on
 * @param tables how they were filled
 * @param findings those that belong to no single migration
 * @param migrations oldest first
 */
public record RecordedReport(
        int schemaVersion,
        String verdict,
        long seed,
        String started,
        double durationMs,
        RecordedDatabase database,
        List<RecordedTable> tables,
        List<RecordedFinding> findings,
        List<RecordedMigration> migrations) {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public RecordedReport {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
        migrations = List.copyOf(migrations);
    }

    /**
     * {@return the report in a file}
     *
     * @param file a {@code report.json}
     * @throws UnreadableReportException if there is none, or it is of another form
     */
    public static RecordedReport read(Path file) {
        if (!Files.exists(file)) {
            throw new UnreadableReportException(
                    "There is no report at " + file + ". Run mvn verify with rehearsal:verify first, or name another.");
        }
        try {
            RecordedReport report = MAPPER.readValue(Files.readString(file), RecordedReport.class);
            if (report.schemaVersion() != SCHEMA_VERSION) {
                throw new UnreadableReportException(file + " has schemaVersion " + report.schemaVersion()
                        + "; this version of Rehearsal reads " + SCHEMA_VERSION + ".");
            }
            return report;
        } catch (IOException | JacksonException e) {
            throw new UnreadableReportException(
                    file + " is no report of this version of Rehearsal: " + e.getMessage(), e);
        }
    }

    /**
     * What it ran on.
     *
     * @param product the engine
     * @param version its version
     * @param provider where it came from
     */
    public record RecordedDatabase(String product, String version, String provider) {}

    /**
     * How a table was filled.
     *
     * @param table its name
     * @param rows how many rows it had
     */
    public record RecordedTable(String table, long rows) {}

    /**
     * What a rule said.
     *
     * @param rule the rule's id
     * @param severity {@code error}, {@code warning} or {@code note}
     * @param message what was seen
     * @param file the script; null if it belongs to none
     * @param line the line in it; null if not known
     * @param baselined whether the baseline accepted it
     * @param fingerprint what it is recognised by
     */
    public record RecordedFinding(
            String rule,
            String severity,
            String message,
            @Nullable String file,
            @Nullable Integer line,
            boolean baselined,
            String fingerprint) {
        public RecordedFinding {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(fingerprint, "fingerprint");
        }
    }
}
