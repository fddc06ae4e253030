package dev.rehearsal.report.html;

import dev.rehearsal.report.format.Report;
import dev.rehearsal.result.RehearsalReport;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a reviewer everything on one page: the verdict and what to do, then each migration with its timelines. The page
 * needs no network; one of many migrations unpacks the details of each when it is opened, by the only script that it lets
 * in. Safe for use by several threads.
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
        ReportPage page = ReportPage.of(report);
        Map<String, String> packed = new HashMap<>();
        if (page.large()) {
            page.migrations()
                    .forEach(migration -> packed.put(
                            migration.head().anchor(),
                            Packed.of(rendered("measured.jte", Map.of("migration", migration)))));
        }
        return rendered("report.jte", Map.of("page", page, "packed", packed));
    }

    private String rendered(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        templates.render(template, parameters, new BreakingOutput(output));
        return output.toString();
    }
}
