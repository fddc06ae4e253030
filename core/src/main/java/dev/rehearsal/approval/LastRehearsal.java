package dev.rehearsal.approval;

import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.RecordedReport.RecordedFinding;
import dev.rehearsal.recorded.UnreadableReportException;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The last rehearsal, as far as signatures are concerned.
 *
 * @param started when it began
 * @param verdict the answer
 * @param substance what it found
 */
record LastRehearsal(Instant started, Verdict verdict, Substance substance) {
    /**
     * {@return the rehearsal whose reports are in a folder; empty if there is none}
     *
     * @throws ApprovalException if the report cannot be read
     */
    static Optional<LastRehearsal> in(Path folder) {
        Path file = folder.resolve(RecordedReport.FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(RecordedReport.read(file)));
        } catch (UnreadableReportException e) {
            throw new ApprovalException(String.valueOf(e.getMessage()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ApprovalException(
                    file + " cannot be read (" + e.getMessage() + "): run mvn rehearsal:verify again.");
        }
    }

    private static LastRehearsal of(RecordedReport report) {
        SortedMap<String, String> scripts = new TreeMap<>();
        SortedMap<String, Risk> risks = new TreeMap<>();
        SortedSet<String> findings = substantial(report.findings());
        for (RecordedMigration migration : report.migrations()) {
            scripts.put(migration.script(), migration.scriptDigest());
            if (migration.undoScript() != null) {
                scripts.put(migration.undoScript(), Objects.requireNonNull(migration.undoDigest()));
            }
            risks.put(migration.version(), Risk.valueOf(migration.risk()));
            findings.addAll(substantial(migration.findings()));
        }
        SortedMap<String, Long> tables = new TreeMap<>();
        report.tables().forEach(table -> tables.put(table.table(), table.rows()));
        return new LastRehearsal(
                Instant.parse(report.started()),
                Verdict.valueOf(report.verdict()),
                new Substance(scripts, risks, findings, tables));
    }

    /** Warnings and errors without their messages, which hold measured figures. */
    private static SortedSet<String> substantial(List<RecordedFinding> findings) {
        SortedSet<String> words = new TreeSet<>();
        for (RecordedFinding finding : findings) {
            if (!finding.severity().equals("note")) {
                String file = Objects.requireNonNullElse(finding.file(), "");
                String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
                words.add((finding.severity() + " " + finding.rule() + " " + name).strip());
            }
        }
        return words;
    }
}
