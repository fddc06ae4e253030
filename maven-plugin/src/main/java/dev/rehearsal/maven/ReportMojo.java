package dev.rehearsal.maven;

import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.UnreadableReportException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/** Puts the last rehearsal on the project's site: verdict, migrations and findings, and the whole report beside it. */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractMavenReport {
    private static final String HTML = "rehearsal-report.html";

    /** Where the last rehearsal's reports are. */
    @Parameter(property = "rehearsal.outputDirectory", defaultValue = "${project.build.directory}/rehearsal")
    private File rehearsalDirectory;

    /** Leaves the page out. */
    @Parameter(property = "rehearsal.skip", defaultValue = "false")
    private boolean skip;

    /** Made by Maven. */
    public ReportMojo() {}

    @Override
    public boolean canGenerateReport() {
        return !skip;
    }

    @Override
    @SuppressWarnings("deprecation") // the site plugins that are in use still ask for it
    public String getOutputName() {
        return "rehearsal";
    }

    @Override
    public String getName(Locale locale) {
        return "Rehearsal";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What happened when each database migration was rehearsed.";
    }

    /** A site without a rehearsal has a page that says so: it must not look as if all were well. */
    @Override
    protected void executeReport(Locale locale) throws MavenReportException {
        Path json = rehearsalDirectory.toPath().resolve(RecordedReport.FILE);
        @Nullable RecordedReport report = null;
        if (Files.exists(json)) {
            try {
                report = RecordedReport.read(json);
                copyWhole();
            } catch (UnreadableReportException | IOException e) {
                throw new MavenReportException(e.getMessage(), e);
            }
        }
        new SitePage(getSink(), report, HTML).render();
    }

    private void copyWhole() throws IOException {
        Path whole = rehearsalDirectory.toPath().resolve("report.html");
        if (Files.exists(whole)) {
            Path site = Files.createDirectories(getReportOutputDirectory().toPath());
            Files.copy(whole, site.resolve(HTML), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
