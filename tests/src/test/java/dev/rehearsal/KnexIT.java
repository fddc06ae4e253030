package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** knex itself goes up, down and up again. Where the environment names no folder with it, this is not part of the build. */
@Tag("knex")
class KnexIT {
    private static final Path SAMPLE = Path.of("../src-samples/knex");

    private ConfiguredProject project;

    @BeforeEach
    void copyOfTheSample(@TempDir Path root) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".js") && !file.toString().contains("node_modules"))
                    .toList()) {
                Path copy = root.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.createSymbolicLink(
                root.resolve("node_modules"),
                Path.of(Objects.requireNonNull(System.getenv("REHEARSAL_KNEX"))).resolve("node_modules"));
        project = new ConfiguredProject(root)
                .set("command.up", "knex migrate:up {name}")
                .set("command.down", "knex migrate:down {name}")
                .set("command.files", "migrations/*.js");
    }

    @Test
    void the_right_ones_pass_statement_by_statement() {
        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report)).noneMatch(finding -> finding.startsWith("ERROR"));
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        MigrationResult orders = report.migrations().get(1);
        assertThat(facts(orders, Phase.UP).statements())
                .extracting(StatementFacts::sql)
                .as("knex makes them, and its own are left out")
                .hasSize(2)
                .satisfies(sql -> assertThat(sql.get(0)).startsWith("create table \"orders\""))
                .satisfies(sql -> assertThat(sql.get(1)).startsWith("alter table \"orders\" add constraint"));
        assertThat(facts(orders, Phase.UP_AGAIN).notMeasured()).isEmpty();
        assertThat(Objects.requireNonNull(facts(orders, Phase.UP).locks()))
                .anyMatch(lock -> lock.relation().equals("public.users"));
        MigrationResult note = report.migrations().get(2);
        assertThat(facts(note, Phase.UP_AGAIN).statements()).singleElement().satisfies(statement -> {
            assertThat(statement.line()).isEqualTo(2);
            assertThat(statement.sql()).isEqualTo("ALTER TABLE orders ADD COLUMN note text");
            assertThat(statement.effects()).isNotNull();
        });
        assertThat(facts(note, Phase.DOWN).statements())
                .singleElement()
                .extracting(StatementFacts::line)
                .isEqualTo(6);
    }

    @Test
    void a_down_that_forgets_an_index_is_found() {
        RehearsalReport report = project.set("command.files", "down-forgets-an-index/*.js")
                .set("command.environment", "MIGRATIONS=down-forgets-an-index")
                .rehearse();

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(ConfiguredProject.findings(report))
                .contains(
                        "ERROR schema-not-restored 20260303_order_note.js (down)",
                        "ERROR up-not-repeatable 20260303_order_note.js");
    }

    @Test
    void a_knex_whose_session_is_ended_at_each_moment_recovers() {
        RehearsalReport report =
                project.set("crash", "true").set("from", "20260303").rehearse();

        CrashCheck inTransaction =
                Objects.requireNonNull(report.migrations().get(0).facts().crash());
        assertThat(inTransaction.skipped()).isNull();
        assertThat(inTransaction.runs()).as("%s", inTransaction.notTried()).isNotEmpty();
        assertThat(inTransaction.runs()).allSatisfy(run -> {
            assertThat(run.failure()).isNull();
            assertThat(run.recovered()).isTrue();
        });
    }

    private static PhaseFacts facts(MigrationResult result, Phase phase) {
        return result.facts().phases().stream()
                .filter(one -> one.phase() == phase)
                .map(PhaseResult::facts)
                .findFirst()
                .orElseThrow();
    }
}
