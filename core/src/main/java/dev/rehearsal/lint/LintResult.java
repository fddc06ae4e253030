package dev.rehearsal.lint;

import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was told without a run.
 *
 * @param ofHistory what is wrong with the files as a whole, so that nothing could run
 * @param findings all others, oldest migration first, worst first in each
 * @param scripts every script that was looked at
 */
public record LintResult(List<Finding> ofHistory, List<Finding> findings, List<Script> scripts) {
    public LintResult {
        ofHistory = List.copyOf(ofHistory);
        findings = List.copyOf(findings);
        scripts = List.copyOf(scripts);
    }

    /**
     * {@return this, and before all others what is said of the migrations as a whole}
     *
     * @param first a history in which they are found could run
     */
    public LintResult with(List<Finding> first) {
        List<Finding> all = new ArrayList<>(first);
        all.addAll(findings);
        return new LintResult(ofHistory, all, scripts);
    }

    /** {@return the lines for the build log} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Stream.concat(ofHistory.stream(), findings.stream()).forEach(finding -> {
            lines.add(line(finding));
            lines.add("    " + oneLine(finding.remedy()));
        });
        lines.add("Looked at " + scripts.size() + " scripts without running them: "
                + (ofHistory.size() + findings.size()) + " findings. Only mvn rehearsal:verify can tell what is so.");
        return lines;
    }

    static String line(Finding finding) {
        String place = finding.file() + (finding.line() > 0 ? ":" + finding.line() : "");
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        return oneLine(place + ": " + severity + " " + finding.rule() + ": " + finding.message());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
