package dev.rehearsal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in Chromium, in which a hostile text that got through would run. */
@Tag("browser")
class HtmlInBrowserIT {
    @TempDir
    private Path directory;

    @Test
    void this_browser_runs_what_a_page_lets_in() throws Exception {
        String page = "<!DOCTYPE html><title>Rehearsal</title><p><script>document.title='owned'</script>";

        assertThat(Chromium.titleIn(opened(page))).isEqualTo("owned");
    }

    @Test
    void hostile_text_in_a_report_runs_nothing() throws Exception {
        String page = new HtmlReport().render(SampleReports.hostile());

        String dom = opened(page);

        assertThat(Chromium.titleIn(dom)).isEqualTo(Chromium.titleIn(page)).startsWith("Rehearsal FAILED");
        assertThat(dom).doesNotContain("<script", "<img");
    }

    private String opened(String html) throws Exception {
        Chromium browser = new Chromium(directory);
        return browser.opened(browser.page("report.html", html));
    }
}
