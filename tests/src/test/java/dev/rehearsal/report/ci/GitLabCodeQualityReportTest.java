package dev.rehearsal.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GitLabCodeQualityReportTest {
    @Test
    void each_finding_stands_at_its_line_with_a_fingerprint_of_its_own() {
        JsonNode issues = tree(SampleReports.failed(), Path.of(""));
        assertThat(issues.valueStream().map(i -> i.get("check_name").asString()))
                .contains("version-out-of-order", "lock-too-long", "undo-missing");
        assertThat(issues.valueStream().map(i -> i.get("fingerprint").asString()))
                .doesNotHaveDuplicates();
        JsonNode lock = issues.get(1);
        assertThat(lock.at("/location/path").asString()).isEqualTo("V3__email_verified.sql");
        assertThat(lock.at("/location/lines/begin").asInt()).isEqualTo(2);
        assertThat(lock.get("severity").asString()).isEqualTo("critical");
    }

    @Test
    void a_path_is_relative_to_the_repository() {
        Path root = Path.of("project").toAbsolutePath();
        Script script = new Script("V1__a b.sql", root.resolve("db/migration/V1__a b.sql"), "SELECT 1;");
        Finding finding = new Finding("r", Severity.NOTE, "m", "", "V1__a b.sql", 1);
        RehearsalReport report = report(script, finding);
        assertThat(tree(report, root).at("/0/location/path").asString()).isEqualTo("db/migration/V1__a b.sql");
        assertThat(new SourceFiles(report, root).uri(finding)).isEqualTo("db/migration/V1__a%20b.sql");
    }

    @Test
    void every_report_has_the_fields_that_are_documented_and_no_others() throws IOException {
        for (RehearsalReport report : List.of(
                SampleReports.minimal(),
                SampleReports.nothing(),
                SampleReports.passed(),
                SampleReports.failed(),
                SampleReports.incomplete(),
                SampleReports.hostile())) {
            assertThat(problems(new GitLabCodeQualityReport(Path.of("")).render(report)))
                    .isEmpty();
        }
        String good = new GitLabCodeQualityReport(Path.of("")).render(SampleReports.failed());
        assertThat(problems(good.replace("\"critical\"", "\"fatal\""))).isNotEmpty();
        assertThat(problems(good.replace("\"begin\" : 2", "\"begin\" : 0"))).isNotEmpty();
    }

    private static List<String> problems(String json) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                GitLabCodeQualityReportTest.class.getResourceAsStream("/gl-code-quality.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(json, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void hostile_text_stays_in_its_strings() {
        assertThat(tree(SampleReports.hostile(), Path.of("")).size()).isEqualTo(7);
    }

    private static RehearsalReport report(Script script, Finding finding) {
        Migration migration = new Migration("1", "a b", Migration.Kind.SQL, script, null, true);
        RehearsalReport empty = SampleReports.minimal();
        MigrationFacts facts = new MigrationFacts(migration, Measured.NOTHING, null, List.of(), null, null, null);
        return new RehearsalReport(
                empty.verdict(),
                0,
                empty.started(),
                0,
                empty.database(),
                empty.budgets(),
                List.of(),
                List.of(),
                List.of(new MigrationResult(facts, Verdict.PASSED, Risk.LOW, List.of(finding))),
                null,
                null,
                null);
    }

    private static JsonNode tree(RehearsalReport report, Path root) {
        return new JsonMapper().readTree(new GitLabCodeQualityReport(root).render(report));
    }
}
