package dev.rehearsal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.compare.Regression.Kind;
import dev.rehearsal.recorded.OlderReport;
import dev.rehearsal.recorded.RecordedPhase.RecordedLock;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.UnreadableReportException;
import dev.rehearsal.report.SampleReports;
import dev.rehearsal.report.json.JsonReport;
import dev.rehearsal.report.markdown.ComparisonMarkdown;
import dev.rehearsal.report.text.ComparisonSummary;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ComparisonTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void a_rehearsal_is_no_worse_than_itself() {
        for (RehearsalReport report :
                List.of(SampleReports.failed(), SampleReports.incomplete(), SampleReports.hostile())) {
            assertThat(compare(report, head -> {}, report).regressions()).isEmpty();
        }
    }

    @Test
    void a_phase_that_takes_much_longer_is_slower_and_a_little_is_noise() {
        assertThat(kinds(head -> phase(head)
                        .put("durationMs", phase(head).get("durationMs").asDouble() * 3 + 100)))
                .containsExactly(Kind.SLOWER);
        assertThat(kinds(head -> phase(head)
                        .put("durationMs", phase(head).get("durationMs").asDouble() + 49)))
                .isEmpty();
        assertThat(new Noise(0.5, Noise.DEFAULT.absolute()).isWorse(1000, 1400)).isFalse();
        assertThat(new Noise(0.5, Noise.DEFAULT.absolute()).isWorse(1000, 1501)).isTrue();
        assertThat(new Noise(0.5, Noise.DEFAULT.absolute()).isWorse(1, 40)).isFalse();
    }

    @Test
    void a_lock_held_longer_and_a_longer_stall_are_told() {
        assertThat(kinds(head -> {
                    ObjectNode lock = ((ArrayNode) phase(head).get("locks")).addObject();
                    lock.put("relation", "public.users").put("mode", "AccessExclusiveLock");
                    lock.put("heldMs", 90_000.0).put("boundMs", 0.0);
                    lock.put("blocksReads", true).put("blocksWrites", true).put("createdHere", false);
                    ObjectNode stall = ((ArrayNode) phase(head).get("stalls")).addObject();
                    stall.put("relation", "public.users")
                            .put("operation", "SELECT")
                            .put("worstMs", 90_000.0);
                }))
                .containsExactly(Kind.LONGER_LOCKED, Kind.LONGER_STALLED);
    }

    @Test
    void a_new_loss_is_told() {
        Comparison comparison = compare(
                SampleReports.passed(),
                head -> {
                    ObjectNode data = (ObjectNode) head.at("/migrations/0/dataAfterDown");
                    ObjectNode loss = ((ArrayNode) data.get("losses")).addObject();
                    loss.put("relation", "public.users").put("column", "email");
                    loss.put("kind", "values-changed").put("rows", 12);
                },
                SampleReports.passed());

        assertThat(comparison.regressions()).hasSize(1);
        assertThat(comparison.regressions().get(0).kind()).isEqualTo(Kind.LOSSY);
        assertThat(comparison.regressions().get(0).message())
                .isEqualTo("public.users.email: values changed in 12 rows after the down.");
    }

    @Test
    void what_cannot_be_measured_any_more_is_told() {
        assertThat(kinds(head -> phase(head).putNull("locks"))).containsExactly(Kind.NOT_MEASURED);
        assertThat(kinds(head -> ((ObjectNode) head.at("/migrations/0")).putNull("dataAfterDown")))
                .containsExactly(Kind.NOT_MEASURED);
        assertThat(kinds(head -> ((ArrayNode) head.at("/migrations/0/phases")).remove(1)))
                .containsExactly(Kind.NOT_MEASURED);
    }

    @Test
    void a_new_finding_is_told_once_and_not_if_it_is_baselined() {
        Comparison comparison = compare(SampleReports.passed(), head -> {}, SampleReports.failed());

        assertThat(comparison.of(List.of(Kind.FINDING))).isNotEmpty();
        assertThat(comparison.of(List.of(Kind.NOT_COMPARED))).isNotEmpty();
        assertThat(compare(
                                SampleReports.passed(),
                                head -> head.at("/migrations")
                                        .forEach(m -> m.get("findings")
                                                .forEach(f -> ((ObjectNode) f).put("baselined", true))),
                                SampleReports.failed())
                        .of(List.of(Kind.FINDING)))
                .noneMatch(r -> !r.script().equals("the history as a whole"));
    }

    @Test
    void other_circumstances_are_told_before_anything() {
        Comparison comparison = compare(
                SampleReports.passed(),
                head -> {
                    head.put("seed", 7);
                    ((ObjectNode) head.at("/database")).put("version", "14.1");
                    ((ObjectNode) head.at("/tables/0")).put("rows", 3);
                },
                SampleReports.passed());

        assertThat(comparison.unlike()).hasSize(3);
        assertThat(new ComparisonSummary().lines(comparison).get(1)).contains("unlike", "18.4", "14.1");
    }

    @Test
    void a_report_of_an_older_version_says_the_same_of_its_locks() {
        String today = new JsonReport().render(SampleReports.failed());
        String before = OlderReport.of(today);
        assertThat(before).doesNotContain("modeWords", "\"rank\"", "\"blocks\"", "\"engine\"", "\"runner\"");
        RecordedReport older = read("older.json", before);
        RecordedReport newer = read("newer.json", today);

        assertThat(Comparison.of(older, newer, Noise.DEFAULT).regressions()).isEmpty();
        assertThat(Comparison.of(newer, older, Noise.DEFAULT).regressions()).isEmpty();
        assertThat(Comparison.of(older, newer, Noise.DEFAULT).unlike()).isEmpty();
        assertThat(newer.engine()).isEqualTo("postgres");
        assertThat(newer.runner()).isEqualTo("flyway");
        assertThat(older.engine()).isNull();
        assertThat(words(older)).isEqualTo(words(newer)).contains("ACCESS EXCLUSIVE", "SHARE ROW EXCLUSIVE");
    }

    private static List<String> words(RecordedReport report) {
        return report.migrations().stream()
                .flatMap(migration -> migration.phases().stream())
                .flatMap(phase -> Stream.ofNullable(phase.locks()).flatMap(List::stream))
                .map(RecordedLock::words)
                .toList();
    }

    @Test
    void foreign_text_stays_text() {
        Comparison comparison = compare(SampleReports.minimal(), head -> {}, SampleReports.hostile());

        assertThat(new ComparisonMarkdown().render(comparison))
                .doesNotContain("<script>")
                .doesNotContain("\n::error");
        assertThat(new ComparisonSummary().lines(comparison))
                .noneMatch(line -> line.contains("\n") || line.contains("\u001b"));
    }

    @Test
    void settings_are_read_and_checked() {
        assertThat(CompareSettings.of(Settings.of(Map.of(), "t")).failOn()).isEmpty();
        assertThat(settings("lossy,longer-locked").failOn()).containsExactly(Kind.LOSSY, Kind.LONGER_LOCKED);
        assertThat(settings("any").failOn()).contains(Kind.SLOWER).doesNotContain(Kind.NOT_COMPARED);
        assertThatThrownBy(() -> settings("lossi"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("lossy");
    }

    @Test
    void a_file_that_is_no_report_is_named() throws IOException {
        Path none = folder.resolve("none.json");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"schemaVersion\": 9}");
        assertThatThrownBy(() -> RecordedReport.read(none))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining("none.json");
        assertThatThrownBy(() -> RecordedReport.read(other))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining("other.json");
    }

    private static CompareSettings settings(String failOn) {
        return CompareSettings.of(Settings.of(Map.of("compare.failOn", failOn), "t"));
    }

    private List<Kind> kinds(Consumer<ObjectNode> change) {
        return compare(SampleReports.passed(), change, SampleReports.passed()).regressions().stream()
                .map(Regression::kind)
                .toList();
    }

    private static ObjectNode phase(JsonNode report) {
        return (ObjectNode) report.at("/migrations/0/phases/0");
    }

    private Comparison compare(RehearsalReport base, Consumer<ObjectNode> change, RehearsalReport head) {
        ObjectNode changed = (ObjectNode) MAPPER.readTree(new JsonReport().render(head));
        change.accept(changed);
        return Comparison.of(
                read("base.json", new JsonReport().render(base)), read("head.json", changed.toString()), Noise.DEFAULT);
    }

    private RecordedReport read(String name, String text) {
        try {
            return RecordedReport.read(Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
