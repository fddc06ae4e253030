package dev.rehearsal.report.ci;

import dev.rehearsal.migration.Script;
import dev.rehearsal.report.format.Product;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Fingerprints;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RuleHelp;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells GitHub's and others' code scanning, as SARIF 2.1.0: each finding at its line, each rule with its help. Safe for
 * use by several threads.
 */
public final class SarifReport implements Report {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, RuleHelp> rules;
    private final Path root;

    /**
     * Makes one.
     *
     * @param rules the help of each rule, by its id
     * @param root the folder that paths are relative to: the repository's
     */
    public SarifReport(Map<String, RuleHelp> rules, Path root) {
        this.rules = Map.copyOf(rules);
        this.root = root;
    }

    @Override
    public String fileName() {
        return "report.sarif";
    }

    @Override
    public String render(RehearsalReport report) {
        List<Finding> findings =
                AllFindings.of(report).stream().filter(SarifReport::told).toList();
        ObjectNode log = log(findings, new SourceFiles(report, root));
        invocation(
                report, ((ObjectNode) log.at("/runs/0")).putArray("invocations").addObject());
        return print(log);
    }

    /** A note asks nobody for anything; what a baseline accepts is told as suppressed. */
    private static boolean told(Finding finding) {
        return finding.severity() != Severity.NOTE || finding.baselined();
    }

    /**
     * {@return the same for findings that no rehearsal has made}
     *
     * @param findings in the order in which they are told
     * @param scripts those that they may be of
     */
    public String render(List<Finding> findings, Collection<Script> scripts) {
        return print(log(findings, new SourceFiles(scripts.stream(), root)));
    }

    private ObjectNode log(List<Finding> findings, SourceFiles files) {
        List<String> ids = findings.stream().map(Finding::rule).distinct().toList();
        ObjectNode log = MAPPER.createObjectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Rehearsal");
        driver.put("version", Product.version());
        ArrayNode described = driver.putArray("rules");
        ids.forEach(id -> describe(id, described.addObject()));
        run.put("columnKind", "utf16CodeUnits");
        results(files, findings, ids, run.putArray("results"));
        return log;
    }

    private static String print(ObjectNode log) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n";
    }

    private void describe(String id, ObjectNode rule) {
        rule.put("id", id);
        RuleHelp help = rules.get(id);
        if (help == null) {
            return;
        }
        rule.putObject("shortDescription").put("text", help.shortDescription());
        rule.putObject("help").put("text", help.help());
        String page = help.helpUri();
        if (page != null) {
            Product.link(page).ifPresent(address -> rule.put("helpUri", address));
        }
    }

    /** What could not be measured is told as such, so that a scan without results is not read as a good one. */
    private static void invocation(RehearsalReport report, ObjectNode invocation) {
        invocation.put("executionSuccessful", report.verdict() != Verdict.INCOMPLETE);
        invocation.put("startTimeUtc", report.started().toString());
        invocation
                .putObject("properties")
                .put("verdict", report.verdict().name())
                .put("seed", report.seed())
                .put("database", report.database().name());
    }

    private static void results(SourceFiles files, List<Finding> findings, List<String> ids, ArrayNode results) {
        Fingerprints fingerprints = new Fingerprints();
        for (Finding finding : findings) {
            ObjectNode result = results.addObject();
            result.put("ruleId", finding.rule());
            result.put("ruleIndex", ids.indexOf(finding.rule()));
            result.put("level", level(finding.severity()));
            result.putObject("message").put("text", text(finding));
            locate(finding, files, result);
            result.putObject("partialFingerprints").put("rehearsal/v1", fingerprints.of(finding, files.line(finding)));
            if (finding.baselined()) {
                result.putArray("suppressions").addObject().put("kind", "external");
            }
        }
    }

    private static String text(Finding finding) {
        return finding.remedy().isBlank() ? finding.message() : finding.message() + "\n\n" + finding.remedy();
    }

    private static void locate(Finding finding, SourceFiles files, ObjectNode result) {
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", files.uri(finding));
        ObjectNode region = place.putObject("region").put("startLine", Math.max(1, finding.line()));
        String line = files.line(finding);
        if (line != null && !line.isBlank()) {
            region.put("startColumn", line.length() - line.stripLeading().length() + 1);
            region.put("endColumn", line.stripTrailing().length() + 1);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
