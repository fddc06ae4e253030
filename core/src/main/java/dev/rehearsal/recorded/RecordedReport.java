package dev.rehearsal.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@code report.json} says: the one reader of it. Times are milliseconds; what was not measured is null.
 *
 * @param schemaVersion the version of its form
 * @param verdict the answer: {@code PASSED}, {@code FAILED} or {@code INCOMPLETE}
 * @param seed everything random came from it
 * @param started when it began
 * @param durationMs how long it took
 * @param engine the id of the database's engine; null in reports of older versions
 * @param runner the id of the migrations' runner; null in reports of older versions
 * @param database what it ran on
 * @param tables how they were filled
 * @param findings those that belong to no single migration
 * @param migrations oldest first
 * @param assumptions what scripts assumed of production's rows
 */
public record RecordedReport(
        int schemaVersion,
        String verdict,
        long seed,
        String started,
        double durationMs,
        @Nullable String engine,
        @Nullable String runner,
        RecordedDatabase database,
        List<RecordedTable> tables,
        List<RecordedFinding> findings,
        List<RecordedMigration> migrations,
        List<RecordedAssumption> assumptions) {
    /** The file that a rehearsal writes. */
    public static final String FILE = "report.json";

    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public RecordedReport {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(database, "database");
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
        migrations = List.copyOf(migrations);
        assumptions = Objects.requireNonNullElse(assumptions, List.<RecordedAssumption>of()).stream()
                .toList(); // there is none in reports of older versions
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
                    "There is no report at " + file + ": run mvn rehearsal:verify first, or name another.");
        }
        try {
            JsonNode tree = MAPPER.readTree(Files.readString(file));
            int version = tree.path("schemaVersion").asInt(0);
            if (version != SCHEMA_VERSION) {
                throw new UnreadableReportException(file + " has schemaVersion " + tree.path("schemaVersion")
                        + ", and this version of Rehearsal reads " + SCHEMA_VERSION
                        + ": run mvn rehearsal:verify again.");
            }
            return MAPPER.treeToValue(tree, RecordedReport.class);
        } catch (IOException | JacksonException e) {
            throw new UnreadableReportException(
                    file + " cannot be read (" + e.getMessage() + "): run mvn rehearsal:verify again.", e);
        }
    }

    /**
     * What it ran on.
     *
     * @param product the engine
     * @param version its version
     * @param provider where it came from
     * @param unlikeProduction in what it is known not to be like production
     */
    public record RecordedDatabase(String product, String version, String provider, List<String> unlikeProduction) {
        public RecordedDatabase {
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(provider, "provider");
            unlikeProduction = List.copyOf(unlikeProduction);
        }

        /** {@return the release line: 18 of 18.4; 0 if no database was started} */
        public int major() {
            String digits = version.split("\\D", 2)[0];
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }
    }

    /**
     * How a table was filled.
     *
     * @param table its name
     * @param rows how many rows it had
     * @param bytes its size on disk
     * @param productionRows how many it has in production; null if that was not said
     */
    public record RecordedTable(
            String table, long rows, long bytes, @Nullable Long productionRows) {
        public RecordedTable {
            Objects.requireNonNull(table, "table");
        }
    }

    /**
     * What a rule said.
     *
     * @param rule the rule's id
     * @param severity {@code error}, {@code warning} or {@code note}
     * @param message what was seen
     * @param remedy what to do
     * @param file the script; null if it belongs to none
     * @param line the line in it; null if not known
     * @param baselined whether the baseline accepted it
     * @param fingerprint what it is recognised by
     */
    public record RecordedFinding(
            String rule,
            String severity,
            String message,
            String remedy,
            @Nullable String file,
            @Nullable Integer line,
            boolean baselined,
            String fingerprint) {
        public RecordedFinding {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(remedy, "remedy");
            Objects.requireNonNull(fingerprint, "fingerprint");
        }
    }
}
