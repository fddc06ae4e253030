package dev.rehearsal.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.RehearsalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonReportTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<RehearsalReport> samples() {
        return Stream.of(
                SampleReports.minimal(),
                SampleReports.passed(),
                SampleReports.failed(),
                SampleReports.incomplete(),
                SampleReports.hostile(),
                SampleReports.nothing(),
                SampleReports.many(10));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_report_is_as_the_published_schema_says(RehearsalReport report) throws IOException {
        assertThat(problems(new JsonReport().render(report))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict", "seed", "budgets", "migrations"})
    void the_schema_misses_a_key_that_is_gone(String key) throws IOException {
        ObjectNode report = tree(SampleReports.failed());
        report.remove(key);
        assertThat(problems(report.toString())).isNotEmpty();
    }

    @Test
    void three_hundred_migrations_take_at_most_five_megabytes() {
        assertThat(new JsonReport().render(SampleReports.many(300)).length()).isLessThan(5_000_000);
    }

    @Test
    void what_is_listed_in_a_phase_takes_no_line_for_each_of_its_values() {
        List<String> lines = new JsonReport().render(SampleReports.failed()).lines().toList();
        assertThat(lines).anyMatch(line -> line.startsWith("    \"phases\" : [ {\"phase\" : \"up\""));
        assertThat(lines).noneMatch(line -> line.startsWith("     "));
    }

    @Test
    void the_schema_refuses_what_it_does_not_know() throws IOException {
        assertThat(problems(tree(SampleReports.failed()).put("colour", "red").toString()))
                .isNotEmpty();
        assertThat(problems(tree(SampleReports.failed()).put("verdict", "GOOD").toString()))
                .isNotEmpty();
        assertThat(problems(tree(SampleReports.failed()).put("schemaVersion", 2).toString()))
                .isNotEmpty();
    }

    @Test
    void the_schema_refuses_a_check_that_contradicts_itself() throws IOException {
        ObjectNode report = tree(SampleReports.failed());
        ((ObjectNode) report.at("/migrations/1/schemaAfterDown")).put("identical", true);
        assertThat(problems(report.toString())).isNotEmpty();
    }

    @Test
    void a_lock_tells_whom_it_blocks_and_how_strong_it_is_so_that_no_reader_needs_the_engine() {
        List<JsonNode> locks = tree(SampleReports.failed()).findValues("locks").stream()
                .flatMap(of -> StreamSupport.stream(of.spliterator(), false))
                .toList();
        assertThat(lock(locks, "AccessExclusiveLock", false))
                .isEqualTo("ACCESS EXCLUSIVE, rank 7, blocks [\"reads\",\"writes\"]");
        assertThat(lock(locks, "AccessExclusiveLock", true)).isEqualTo("ACCESS EXCLUSIVE, rank 7, blocks []");
        assertThat(lock(locks, "ShareRowExclusiveLock", false))
                .isEqualTo("SHARE ROW EXCLUSIVE, rank 5, blocks [\"writes\"]");
        assertThat(lock(locks, "RowExclusiveLock", false)).isEqualTo("ROW EXCLUSIVE, rank 2, blocks []");
        assertThat(locks)
                .extracting(lock -> lock.get("seen").asString())
                .contains("at-boundary", "by-polling", "in-wal");
    }

    private static String lock(List<JsonNode> locks, String mode, boolean createdHere) {
        return locks.stream()
                .filter(lock -> lock.get("mode").asString().equals(mode))
                .filter(lock -> lock.get("createdHere").asBoolean() == createdHere)
                .map(lock -> lock.get("modeWords").asString() + ", rank " + lock.get("rank") + ", blocks "
                        + lock.get("blocks"))
                .findFirst()
                .orElse("none");
    }

    @Test
    void what_was_not_measured_is_null_and_never_empty() {
        JsonNode phase = tree(SampleReports.incomplete()).at("/migrations/1/phases/0");
        assertThat(phase.get("locks").isNull()).isTrue();
        assertThat(phase.get("stalls").isNull()).isTrue();
        assertThat(phase.at("/statements/0/walBytes").isNull()).isTrue();
        assertThat(phase.at("/statements/0/rewrites").isNull()).isTrue();
        assertThat(phase.at("/statements/0/line").isNull()).isTrue();
        assertThat(tree(SampleReports.incomplete())
                        .at("/migrations/1/dataAfterDown")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_budgets_that_were_applied_are_told() {
        JsonNode budgets = tree(SampleReports.failed()).get("budgets");
        assertThat(budgets.get("lockMs").asInt()).isEqualTo(500);
        assertThat(budgets.at("/tables/users/lockMs").asInt()).isEqualTo(200);
        assertThat(budgets.at("/severities/table-rewritten").asString()).isEqualTo("note");
        assertThat(budgets.at("/severitiesOfTables/audit_log/duplicate-index").asString())
                .isEqualTo("error");
        assertThat(budgets.at("/warningRows").asInt()).isEqualTo(1_000);
    }

    @Test
    void times_have_at_most_three_decimals() {
        String json = new JsonReport().render(SampleReports.failed());
        assertThat(json).contains("\"durationMs\" : 38214.568").doesNotContainPattern("\\d\\.\\d{4}");
    }

    @Test
    void hostile_text_arrives_as_it_was() {
        // a lone surrogate is no character: no encoding can carry it
        assertThat(tree(SampleReports.hostile())
                        .at("/migrations/0/findings/0/message")
                        .asString())
                .isEqualToIgnoringNewLines(SampleReports.HOSTILE);
    }

    private static List<String> problems(String json) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "report.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static ObjectNode tree(RehearsalReport report) {
        return (ObjectNode) MAPPER.readTree(new JsonReport().render(report));
    }
}
