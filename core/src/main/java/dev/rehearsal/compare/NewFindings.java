package dev.rehearsal.compare;

import dev.rehearsal.compare.Regression.Kind;
import dev.rehearsal.recorded.RecordedReport.RecordedFinding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings that were not there before, recognised by their fingerprints. */
final class NewFindings {
    private static final String NOT_MEASURED = "not-measured";

    private NewFindings() {}

    static List<Regression> findings(String script, List<RecordedFinding> before, List<RecordedFinding> after) {
        Set<String> known = before.stream().map(NewFindings::key).collect(Collectors.toCollection(HashSet::new));
        return after.stream()
                .filter(finding -> !finding.baselined())
                .filter(finding -> !known.contains(key(finding)))
                .map(finding -> new Regression(kind(finding), script, told(finding)))
                .toList();
    }

    /** One that has become worse counts as new. */
    private static String key(RecordedFinding finding) {
        return finding.fingerprint() + " " + finding.severity();
    }

    private static Kind kind(RecordedFinding finding) {
        return finding.rule().equals(NOT_MEASURED) ? Kind.NOT_MEASURED : Kind.FINDING;
    }

    private static String told(RecordedFinding finding) {
        Integer line = finding.line();
        String place = finding.file() == null ? "" : " at " + finding.file() + (line == null ? "" : ":" + line);
        return finding.severity() + " " + finding.rule() + place + ": " + finding.message();
    }
}
