package dev.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    Path folder;

    @Test
    void every_report_is_written_and_nothing_else() throws IOException {
        Path target = folder.resolve("target/rehearsal");
        new Reports(Map.of(), folder, null).writeAll(target, SampleReports.failed());
        new Reports(Map.of(), folder, null).writeAll(target, SampleReports.hostile());
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.json",
                            "report.md",
                            "report.html",
                            "report.sarif",
                            "TEST-rehearsal.xml",
                            "schema.json",
                            "gl-code-quality.json");
        }
    }

    @Test
    void the_step_summary_keeps_what_it_held() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
        new Reports(Map.of(), folder, summary).writeAll(folder.resolve("out"), SampleReports.passed());
        assertThat(summary).content().startsWith("before\n## ✅ Rehearsal PASSED: 2 migrations");
        assertThat(summary).hasContent("before\n" + Files.readString(folder.resolve("out/report.md")) + "\n");
    }

    @Test
    void one_report_that_cannot_be_written_keeps_no_other_from_being_written() throws IOException {
        Files.createDirectories(folder.resolve("report.md/occupied"));
        assertThatThrownBy(() -> new Reports(Map.of(), folder, null).writeAll(folder, SampleReports.passed()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("could not write report.md to " + folder);
        assertThat(folder.resolve("gl-code-quality.json")).isNotEmptyFile();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
        }
    }
}
