package dev.rehearsal.report.ci;

import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Fingerprints;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells GitLab's merge request: each finding at its line, as a code quality report. Safe for use by several threads. */
public final class GitLabCodeQualityReport implements Report {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path root;

    /**
     * Makes one.
     *
     * @param root the folder that paths are relative to: the repository's
     */
    public GitLabCodeQualityReport(Path root) {
        this.root = root;
    }

    @Override
    public String fileName() {
        return "gl-code-quality.json";
    }

    @Override
    public String render(RehearsalReport report) {
        SourceFiles files = new SourceFiles(report, root);
        Fingerprints fingerprints = new Fingerprints();
        ArrayNode issues = MAPPER.createArrayNode();
        for (Finding finding : AllFindings.of(report)) {
            ObjectNode issue = issues.addObject();
            issue.put("description", Plain.line(finding.message()));
            issue.put("check_name", finding.rule());
            issue.put("fingerprint", fingerprints.of(finding, files.line(finding)));
            issue.put("severity", severity(finding.severity()));
            issue.putObject("location")
                    .put("path", files.path(finding))
                    .putObject("lines")
                    .put("begin", Math.max(1, finding.line()));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(issues) + "\n";
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }
}
