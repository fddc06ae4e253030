package dev.rehearsal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.RehearsalReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks Chromium of each text of the page, in light and dark, on a phone and a desk, with everything unfolded: whether it
 * contrasts as WCAG 2.2 AA wants (1.4.3), whether keys reach what scrolls, whether each picture has a text.
 */
@Tag("browser")
class AccessibleInBrowserIT {
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\".*?>";

    @TempDir
    private Path directory;

    static Stream<Arguments> readers() {
        return Stream.of(SampleReports.failed(), SampleReports.incomplete(), SampleReports.hostile())
                .flatMap(report -> Stream.of(390, 1280)
                        .flatMap(width -> Stream.of(true, false).map(dark -> Arguments.of(report, width, dark))));
    }

    @ParameterizedTest(name = "{1} wide, dark: {2}")
    @MethodSource("readers")
    void everyone_can_read_it(RehearsalReport report, int width, boolean dark) throws Exception {
        String told = asked(new HtmlReport().render(report), width, dark);

        assertThat(told)
                .contains("\"dark\":" + dark, "\"width\":" + width, "\"faults\":[]")
                .containsPattern("\"texts\":\\d{2,}");
    }

    @Test
    void what_cannot_be_read_is_told() throws Exception {
        String page = "<!DOCTYPE html><title>-</title><body><p style='color: #888'>grey</p><svg></svg>"
                + "<div style='overflow-x: auto; width: 9rem'><p style='width: 99rem'>wide</p></div>";

        assertThat(asked(page, 390, false)).contains("contrast 3.54", "no text for the picture", "no key reaches");
    }

    /** Scripts are let in here; a frame is as wide as one wants, a window of Chromium is not. */
    private String asked(String html, int width, boolean dark) throws Exception {
        Chromium browser = new Chromium(directory);
        Path page = browser.page("report.html", html.replaceFirst(POLICY, "") + "<script>" + script() + "</script>");
        Path frame = browser.page("frame.html", """
                <!DOCTYPE html><title>nothing was told</title><script>
                addEventListener('message', told => { document.title = JSON.stringify(told.data); });
                </script><iframe width="%d" height="900" style="border: 0" src="%s"></iframe>""".formatted(width, page.toUri()));
        return Chromium.titleIn(browser.opened(
                frame, "--window-size=1400,1000", "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1)));
    }

    private static String script() throws IOException {
        try (InputStream script = AccessibleInBrowserIT.class.getResourceAsStream("faults.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
