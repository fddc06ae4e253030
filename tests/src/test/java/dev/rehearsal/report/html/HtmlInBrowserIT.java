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

    /** Its policy lets in no script but its own, so the asking goes through the address: what it names is opened. */
    @Test
    void a_large_page_makes_what_is_opened_and_only_that() throws Exception {
        Chromium browser = new Chromium(directory);
        String page = new HtmlReport().render(SampleReports.many(128));
        assertThat(page).contains("<template>");

        String dom = browser.openedAt(browser.page("report.html", page), "m1");

        assertThat(dom).contains("open=\"\"").contains("128 of 128").contains("<option>public.users</option>");
        String opened = dom.substring(dom.indexOf("id=\"m1\""), dom.indexOf("id=\"m2\""));
        assertThat(opened)
                .contains("What happened", "UPDATE users SET email_verified")
                .doesNotContain("<template");
        assertThat(dom.substring(dom.indexOf("id=\"m2\""))).contains("<template>");
    }

    @Test
    void a_hostile_text_in_a_large_page_runs_nothing() throws Exception {
        Chromium browser = new Chromium(directory);
        String page = new HtmlReport().render(SampleReports.hostile(30));

        String dom = browser.openedAt(browser.page("report.html", page), "m1");

        assertThat(Chromium.titleIn(dom)).isEqualTo(Chromium.titleIn(page)).startsWith("Rehearsal FAILED");
        assertThat(dom.split("<script", -1)).hasSize(2);
        assertThat(dom).doesNotContain("<img");
    }

    private String opened(String html) throws Exception {
        Chromium browser = new Chromium(directory);
        return browser.opened(browser.page("report.html", html));
    }
}
