package dev.rehearsal.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rehearsal.migration.Script;
import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Fingerprints;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RuleHelp;
import dev.rehearsal.result.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
    private static final Map<String, RuleHelp> RULES = Map.of(
            "lock-too-long",
            new RuleHelp(
                    "lock-too-long",
                    "A lock that blocks was held beyond the budget.",
                    "Split the migration.",
                    "https://example.org/lock-too-long"));

    static Stream<RehearsalReport> samples() {
        return Stream.of(
                SampleReports.minimal(),
                SampleReports.nothing(),
                SampleReports.passed(),
                SampleReports.failed(),
                SampleReports.incomplete(),
                SampleReports.hostile());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_report_is_as_the_official_schema_says(RehearsalReport report) throws IOException {
        assertThat(problems(print(report))).isEmpty();
    }

    @Test
    void the_official_schema_refuses_a_broken_report() throws IOException {
        assertThat(problems(print(SampleReports.failed()).replace("\"error\"", "\"fatal\"")))
                .isNotEmpty();
    }

    @Test
    void findings_without_a_rehearsal_are_as_the_official_schema_says() throws IOException {
        Script script = new Script("V1__a.sql", null, "DROP TABLE t;\n");
        Finding finding = new Finding("drop-loses-data", Severity.WARNING, "gone", "keep it", "V1__a.sql", 1);
        String sarif = new SarifReport(RULES, Path.of("")).render(List.of(finding), List.of(script));

        assertThat(problems(sarif)).isEmpty();
        assertThat(sarif).contains("drop-loses-data").contains("\"endColumn\" : 14");
    }

    @Test
    void a_finding_stands_at_its_line_and_column() {
        JsonNode result = result(SampleReports.failed(), "backfill-in-ddl-transaction");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("V3__email_verified.sql");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(3);
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo(1);
        assertThat(place.at("/region/endColumn").asInt()).isEqualTo(62);
        assertThat(result.get("level").asString()).isEqualTo("warning");
    }

    @Test
    void a_rule_carries_its_help() {
        JsonNode rules = tree(SampleReports.failed()).at("/runs/0/tool/driver/rules");
        JsonNode rule = rules.valueStream()
                .filter(r -> r.get("id").asString().equals("lock-too-long"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.at("/help/text").asString()).isEqualTo("Split the migration.");
        JsonNode result = result(SampleReports.failed(), "lock-too-long");
        assertThat(rules.get(result.get("ruleIndex").asInt())).isEqualTo(rule);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_result_has_a_place_and_none_is_a_note(RehearsalReport report) {
        assertThat(tree(report).at("/runs/0/results").valueStream()).allSatisfy(result -> {
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asString())
                    .isNotEmpty();
            assertThat(result.get("level").asString()).isNotEqualTo("note");
        });
    }

    @Test
    void what_is_of_the_whole_project_stands_in_its_settings(@TempDir Path project) throws IOException {
        RehearsalReport plain = SampleReports.minimal();
        Finding whole = new Finding("undo-missing", Severity.WARNING, "none", "write one", null, 0);
        RehearsalReport report = new RehearsalReport(
                plain.verdict(),
                0,
                plain.started(),
                0,
                plain.database(),
                plain.budgets(),
                List.of(),
                List.of(whole),
                List.of(),
                null,
                null,
                null);

        assertThat(new SarifReport(RULES, project).render(report)).contains("\"uri\" : \"pom.xml\"");
        Files.writeString(project.resolve("rehearsal.yaml"), "rows: 1\n");
        assertThat(new SarifReport(RULES, project).render(report)).contains("\"uri\" : \"rehearsal.yaml\"");
    }

    @Test
    void a_link_is_absolute_and_the_driver_tells_its_version() {
        JsonNode driver = tree(SampleReports.failed()).at("/runs/0/tool/driver");
        assertThat(driver.get("version").asString()).matches("\\d+\\.\\d+.*");
        assertThat(driver.findValuesAsString("helpUri"))
                .contains("https://example.org/lock-too-long")
                .allMatch(link -> link.startsWith("https://"));
        String relative = new SarifReport(
                        Map.of("lock-too-long", new RuleHelp("lock-too-long", "s", "h", "docs/rules/lock-too-long.md")),
                        Path.of(""))
                .render(SampleReports.failed());
        assertThat(relative).doesNotContain("\"docs/rules");
    }

    @Test
    void a_fingerprint_survives_a_moved_line_and_another_duration() {
        Finding before = new Finding("r", Severity.ERROR, "held for 19.4 s", "", "V1.sql", 2);
        Finding after = new Finding("r", Severity.ERROR, "held for 412 ms", "", "V1.sql", 9);
        assertThat(new Fingerprints().of(after, "   ALTER TABLE  t"))
                .isEqualTo(new Fingerprints().of(before, "ALTER TABLE t"));
        assertThat(new Fingerprints().of(after, null)).isEqualTo(new Fingerprints().of(before, null));
    }

    @Test
    void findings_that_are_alike_have_fingerprints_of_their_own() {
        Finding finding = new Finding("r", Severity.ERROR, "m", "", "V1.sql", 2);
        Fingerprints fingerprints = new Fingerprints();
        assertThat(List.of(fingerprints.of(finding, "a"), fingerprints.of(finding, "a"), fingerprints.of(finding, "b")))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_could_not_be_measured_is_no_successful_scan() {
        assertThat(tree(SampleReports.incomplete())
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean())
                .isFalse();
        assertThat(tree(SampleReports.failed())
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
    }

    private static JsonNode result(RehearsalReport report, String rule) {
        return tree(report)
                .at("/runs/0/results")
                .valueStream()
                .filter(r -> r.get("ruleId").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode tree(RehearsalReport report) {
        return new JsonMapper().readTree(print(report));
    }

    private static String print(RehearsalReport report) {
        return new SarifReport(RULES, Path.of("")).render(report);
    }

    private static List<String> problems(String json) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SarifReportTest.class.getResourceAsStream("/sarif-schema-2.1.0.json"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return schema.validate(json, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
