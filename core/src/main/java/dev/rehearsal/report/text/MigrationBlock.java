package dev.rehearsal.report.text;

import dev.rehearsal.report.format.ApplicationRow;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.report.format.Scenarios;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One migration that did not pass: what was found, the facts behind it, and what to do. */
final class MigrationBlock {
    private static final int EXAMPLES = 5;
    private static final List<Phase> TIMED = List.of(Phase.UP, Phase.DOWN, Phase.UP_AGAIN);

    private final MigrationResult result;
    private final TextPage page;

    private MigrationBlock(MigrationResult result, TextPage page) {
        this.result = result;
        this.page = page;
    }

    static void print(MigrationResult result, TextPage page) {
        new MigrationBlock(result, page).print();
    }

    private void print() {
        page.gap();
        page.paragraph(
                0,
                result.verdict() + "  ",
                result.facts().migration().script().name() + "  (" + result.risk() + " risk)");
        messages(result.findings(), page);
        facts();
        notMeasured(result, page);
        times();
        Scenarios.of(result).forEach(sentence -> page.paragraph(2, "", sentence));
        application();
        remedies(result.findings(), page);
    }

    /** Prints findings, then all that can be done about them. */
    static void findings(List<Finding> findings, TextPage page) {
        messages(findings, page);
        remedies(findings, page);
    }

    static void notMeasured(MigrationResult result, TextPage page) {
        List<String> missing = NotMeasuredText.of(result);
        if (!missing.isEmpty()) {
            page.paragraph(2, "not measured: ", String.join("; ", missing));
        }
    }

    private static void messages(List<Finding> findings, TextPage page) {
        for (Finding finding : WorstFirst.findings(findings)) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            page.paragraph(2, severity + " ", finding.rule() + place(finding));
            page.block(4, "", finding.message());
        }
    }

    private static void remedies(List<Finding> findings, TextPage page) {
        WorstFirst.findings(findings).stream()
                .map(Finding::remedy)
                .filter(r -> !r.isBlank())
                .distinct()
                .forEach(r -> page.block(2, "-> ", r));
    }

    private static String place(Finding finding) {
        String file = finding.file();
        return file == null ? "" : "  " + file + (finding.line() > 0 ? ":" + finding.line() : "");
    }

    /** Only what no finding speaks of already. */
    private void facts() {
        MigrationFacts facts = result.facts();
        facts.phases().stream()
                .filter(p -> p.failure() != null)
                .forEach(p -> unsaid(
                        Objects.requireNonNull(p.failure()).message(),
                        p.phase().id() + " failed: " + Facts.failure(Objects.requireNonNull(p.failure()))));
        differences(facts.schemaAfterDown(), "after the down");
        differences(facts.schemaAfterUpAgain(), "after the second up");
        limited(Facts.losses(facts.dataAfterDown()).stream()
                .filter(l -> !said(l.relation()))
                .map(Facts::loss)
                .toList());
    }

    private void differences(@Nullable SchemaCheck check, String moment) {
        limited(Facts.differences(check).stream()
                .filter(d -> !said(d.object().name()))
                .map(d -> Facts.difference(d, moment) + definitions(d))
                .toList());
    }

    private static String definitions(SchemaDifference d) {
        return (d.before() == null ? "" : " | before: " + d.before())
                + (d.after() == null ? "" : " | after: " + d.after());
    }

    private void limited(List<String> lines) {
        lines.stream().limit(EXAMPLES).forEach(l -> page.paragraph(4, "- ", l));
        if (lines.size() > EXAMPLES) {
            page.line("    - and " + (lines.size() - EXAMPLES) + " more in report.html");
        }
    }

    private void unsaid(String key, String sentence) {
        if (!said(key)) {
            page.paragraph(4, "- ", sentence);
        }
    }

    private boolean said(String key) {
        return result.findings().stream().anyMatch(f -> f.message().contains(key));
    }

    /** Only those that failed: a line of text has no room for more. */
    private void application() {
        List<String> heads = ApplicationRow.heads();
        ApplicationRow.of(result).stream()
                .filter(row -> row.failures() > 0)
                .limit(EXAMPLES)
                .forEach(row -> page.paragraph(
                        4,
                        "- ",
                        row.place() + ": "
                                + IntStream.range(0, heads.size())
                                        .mapToObj(i ->
                                                heads.get(i) + " " + row.cells().get(i))
                                        .collect(Collectors.joining("; "))));
    }

    private void times() {
        String times = TIMED.stream()
                .map(p -> p.id() + " " + Facts.duration(result, p))
                .collect(Collectors.joining(", "));
        page.paragraph(2, "", times + ", lock " + Facts.worstLock(result) + ", stall " + Facts.worstStall(result));
        Facts.rollback(result).ifPresent(down -> page.paragraph(2, "", "an emergency rollback would block: " + down));
    }
}
