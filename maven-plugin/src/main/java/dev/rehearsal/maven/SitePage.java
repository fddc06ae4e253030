package dev.rehearsal.maven;

import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedPhase;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.RecordedReport.RecordedFinding;
import dev.rehearsal.report.format.Plain;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.reporting.AbstractMavenReportRenderer;
import org.jspecify.annotations.Nullable;

/** The page of a site. */
final class SitePage extends AbstractMavenReportRenderer {
    private static final String NOT_MEASURED = "not measured";

    private final @Nullable RecordedReport report;
    private final String whole;

    SitePage(Sink sink, @Nullable RecordedReport report, String whole) {
        super(sink);
        this.report = report;
        this.whole = whole;
    }

    @Override
    public String getTitle() {
        return "Rehearsal";
    }

    @Override
    protected void renderBody() {
        startSection("Rehearsal of the database migrations");
        if (report == null) {
            paragraph("Not measured: no rehearsal has been run in this build. Run mvn verify with rehearsal:verify"
                    + " before mvn site.");
        } else {
            body(report);
        }
        endSection();
    }

    /** What is told is a text and no pattern: else a pair of braces in a name becomes a link, and a single one an error. */
    @Override
    public void linkPatternedText(String text) {
        text(Plain.line(text));
    }

    private void body(RecordedReport told) {
        paragraph(told.verdict() + ", on " + told.database().product() + " "
                + told.database().version() + " (" + told.database().provider() + "), " + told.started() + ".");
        link(whole, "The whole report: timelines, statements, locks, losses");
        startSection("Migrations");
        startTable();
        tableHeader(new String[] {"migration", "verdict", "risk", "up", "down", "worst stall"});
        told.migrations().forEach(m -> tableRow(row(m)));
        endTable();
        endSection();
        startSection("Findings");
        findings("the history as a whole", told.findings());
        told.migrations().forEach(m -> findings(m.script(), m.findings()));
        endSection();
    }

    private static String[] row(RecordedMigration m) {
        Double stall = m.expectedDowntimeMs();
        return new String[] {
            m.script(), m.verdict(), m.risk(), took(m, "up"), took(m, "down"), stall == null ? NOT_MEASURED : ms(stall)
        };
    }

    private static String took(RecordedMigration m, String phase) {
        return m.phase(phase).map(RecordedPhase::durationMs).map(SitePage::ms).orElse(NOT_MEASURED);
    }

    private static String ms(double ms) {
        return String.format(Locale.ROOT, "%.1f ms", ms);
    }

    private void findings(String script, List<RecordedFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        startTable();
        tableHeader(new String[] {script, "severity", "said"});
        for (RecordedFinding f : findings) {
            Integer line = f.line();
            tableRow(new String[] {line == null ? f.rule() : f.rule() + ", line " + line, f.severity(), f.message()});
        }
        endTable();
    }
}
