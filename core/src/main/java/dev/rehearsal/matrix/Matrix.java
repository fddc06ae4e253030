package dev.rehearsal.matrix;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.OtherServer;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One report of the same rehearsal on several servers: the first one's, and what differs on the others. Stateless. */
public final class Matrix {
    private Matrix() {}

    /**
     * {@return the first report, with what differs on the others; what is an error or a warning only there is a finding of
     * the history as a whole}
     *
     * @param first the report that is told whole
     * @param others those of further servers, by the setting that chose each
     */
    public static RehearsalReport of(RehearsalReport first, Map<String, RehearsalReport> others) {
        List<Finding> findings = new ArrayList<>(first.findings());
        List<OtherServer> servers = new ArrayList<>();
        others.forEach((database, other) -> {
            String server = name(database, other);
            findings.addAll(onlyThere(server, first, other));
            servers.add(new OtherServer(server, other.verdict(), ServerDifferences.between(first, other)));
        });
        return first.beside(servers, findings, Judge.verdict(findings, first.migrations()));
    }

    private static List<Finding> onlyThere(String server, RehearsalReport first, RehearsalReport other) {
        Set<String> known = found(first).map(Matrix::key).collect(Collectors.toSet());
        return found(other)
                .filter(finding -> finding.severity() != Severity.NOTE)
                .filter(finding -> !known.contains(key(finding)))
                .map(finding -> finding.as(finding.severity(), "On " + server + ": " + finding.message()))
                .toList();
    }

    /** {@return what it ran on, for a reader; the setting, if it did not run} */
    private static String name(String database, RehearsalReport report) {
        return report.database().isNone()
                ? database
                : report.database().name() + " (" + report.database().provider() + ")";
    }

    private static Stream<Finding> found(RehearsalReport report) {
        return Stream.concat(
                report.findings().stream(),
                report.migrations().stream().map(MigrationResult::findings).flatMap(List::stream));
    }

    /**
     * One that is worse on the other server counts as one that is only there. What was not measured is told apart by its words
     * alone: it mostly has no place.
     */
    private static String key(Finding finding) {
        return finding.rule() + " " + finding.severity() + " " + finding.file() + ":" + finding.line() + " "
                + (finding.rule().equals("not-measured") ? finding.message() : finding.table());
    }
}
