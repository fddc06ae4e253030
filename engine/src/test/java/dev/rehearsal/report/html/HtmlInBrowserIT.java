package dev.rehearsal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in Chromium, in which a hostile text that got through would run. */
@Tag("browser")
class HtmlInBrowserIT {
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final List<String> CHROMIUM = List.of(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--dump-dom");

    @TempDir
    private Path directory;

    @Test
    void this_browser_runs_what_a_page_lets_in() throws Exception {
        String page = "<!DOCTYPE html><title>Rehearsal</title><p><script>document.title='owned'</script>";

        assertThat(titleIn(opened(page))).isEqualTo("owned");
    }

    @Test
    void hostile_text_in_a_report_runs_nothing() throws Exception {
        String page = new HtmlReport().render(SampleReports.hostile());

        String dom = opened(page);

        assertThat(titleIn(dom)).isEqualTo(titleIn(page)).startsWith("Rehearsal FAILED");
        assertThat(dom).doesNotContain("<script", "<img");
    }

    private String opened(String page) throws Exception {
        Path file = directory.resolve("report.html");
        Files.writeString(file, page.replace('\uD800', '?'), StandardCharsets.UTF_8);
        Path dom = directory.resolve("dom.html");
        List<String> command = new ArrayList<>(CHROMIUM);
        command.add("--user-data-dir=" + directory.resolve("profile"));
        command.add(file.toUri().toString());
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(60, TimeUnit.SECONDS))
                    .as("Chromium ended")
                    .isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(dom);
    }

    private static String titleIn(String page) {
        Matcher title = TITLE.matcher(page);
        assertThat(title.find()).as(page).isTrue();
        return title.group(1).strip();
    }
}
