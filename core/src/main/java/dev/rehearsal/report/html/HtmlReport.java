package dev.rehearsal.report.html;

import dev.rehearsal.report.format.Report;
import dev.rehearsal.result.RehearsalReport;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * Tells a reviewer everything on one page: the verdict and what to do, then each migration with its timelines. The page
 * needs no network and no script. Safe for use by several threads.
 */
public final class HtmlReport implements Report {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), "dev.rehearsal.report.html.template");

    /** Makes one. */
    public HtmlReport() {}

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public String render(RehearsalReport report) {
        StringOutput output = new StringOutput();
        templates.render("report.jte", ReportPage.of(report), output);
        return output.toString();
    }
}
