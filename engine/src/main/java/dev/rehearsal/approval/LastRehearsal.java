package dev.rehearsal.approval;

import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last rehearsal, as its report tells it.
 *
 * @param started when it began
 * @param verdict the answer
 * @param substance what it found
 */
record LastRehearsal(Instant started, Verdict verdict, Substance substance) {
    private static final String REPORT = "report.json";

    /**
     * {@return the rehearsal whose reports are in a folder; empty if there is none}
     *
     * @throws ApprovalException if the report cannot be read
     */
    static Optional<LastRehearsal> in(Path folder) {
        Path file = folder.resolve(REPORT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode report = new JsonMapper().readTree(Files.readString(file));
            return Optional.of(new LastRehearsal(
                    Instant.parse(report.required("started").asString()),
                    Verdict.valueOf(report.required("verdict").asString()),
                    substance(report)));
        } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new ApprovalException(file + " cannot be read (" + e.getMessage()
                    + "). Run mvn rehearsal:verify with this version of Rehearsal.");
        }
    }

    private static Substance substance(JsonNode report) {
        SortedMap<String, String> scripts = new TreeMap<>();
        SortedMap<String, Risk> risks = new TreeMap<>();
        SortedSet<String> findings = new TreeSet<>(Findings.in(report));
        for (JsonNode migration : report.required("migrations")) {
            put(scripts, migration.required("script"), migration.required("scriptDigest"));
            put(scripts, migration.required("undoScript"), migration.required("undoDigest"));
            risks.put(
                    migration.required("version").asString(),
                    Risk.valueOf(migration.required("risk").asString()));
            findings.addAll(Findings.in(migration));
        }
        SortedMap<String, Long> tables = new TreeMap<>();
        report.required("tables")
                .forEach(table -> tables.put(
                        table.required("table").asString(),
                        table.required("rows").asLong()));
        return new Substance(scripts, risks, findings, tables);
    }

    private static void put(SortedMap<String, String> scripts, JsonNode name, JsonNode digest) {
        if (!name.isNull()) {
            scripts.put(name.asString(), digest.asString());
        }
    }

    /** Warnings and errors without their messages, which hold measured figures. */
    private static final class Findings {
        static SortedSet<String> in(JsonNode node) {
            SortedSet<String> findings = new TreeSet<>();
            for (JsonNode finding : node.required("findings")) {
                String severity = finding.required("severity").asString();
                if (!severity.equals("note")) {
                    String file = finding.required("file").asString("");
                    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
                    findings.add((severity + " " + finding.required("rule").asString() + " " + name).strip());
                }
            }
            return findings;
        }
    }
}
