package dev.rehearsal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that opens a page, lets its scripts run and says what has become of it. */
final class Chromium {
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final List<String> COMMAND = List.of(
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

    private final Path directory;

    Chromium(Path directory) {
        this.directory = directory;
    }

    /** {@return a file that holds the page} */
    Path page(String name, String html) throws IOException {
        return Files.writeString(directory.resolve(name), html.replace('\uD800', '?'), StandardCharsets.UTF_8);
    }

    /** {@return the page as it is once its scripts have run, opened at an anchor} */
    String openedAt(Path page, String anchor) throws IOException, InterruptedException {
        return opened(page.toUri() + "#" + anchor, List.of("--virtual-time-budget=10000"));
    }

    /** {@return the page as it is once its scripts have run} */
    String opened(Path page, String... options) throws IOException, InterruptedException {
        return opened(page.toUri().toString(), List.of(options));
    }

    private String opened(String address, List<String> options) throws IOException, InterruptedException {
        Path dom = directory.resolve("dom.html");
        List<String> command = new ArrayList<>(COMMAND);
        command.addAll(options);
        command.add("--user-data-dir=" + directory.resolve("profile"));
        command.add(address);
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

    static String titleIn(String page) {
        Matcher title = TITLE.matcher(page);
        assertThat(title.find()).as(page).isTrue();
        return title.group(1).strip();
    }
}
