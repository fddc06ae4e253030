package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole rehearsal whose runner is a command: what is between it and the server sees what a data source of ours would. */
@Tag("psql")
class CommandRehearsalIT {
    private static final String PSQL = "psql -X -q -1 -v ON_ERROR_STOP=1 -f {file}";

    private ConfiguredProject project;

    @BeforeEach
    void aFolderOfSql(@TempDir Path root) {
        project = new ConfiguredProject(root)
                .set("command.up", PSQL)
                .set("command.down", PSQL)
                .set("command.files", "migrations/*.up.sql")
                .set("command.undoFiles", "migrations/*.down.sql")
                .file("migrations/1_users.up.sql", "CREATE TABLE users (id int PRIMARY KEY, name text);\n")
                .file("migrations/1_users.down.sql", "DROP TABLE users;\n")
                .file("migrations/2_age.up.sql", "-- later\nALTER TABLE users ADD COLUMN age int;\n")
                .file("migrations/2_age.down.sql", "ALTER TABLE users DROP COLUMN age;\n");
    }

    @Test
    void right_ones_pass_and_their_locks_are_seen_in_every_phase() {
        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report)).noneMatch(finding -> finding.startsWith("ERROR"));
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        MigrationResult second = report.migrations().get(1);
        for (Phase phase : new Phase[] {Phase.UP, Phase.DOWN, Phase.UP_AGAIN}) {
            PhaseFacts facts = facts(second, phase);
            assertThat(facts.notMeasured()).as("%s", phase).isEmpty();
            assertThat(facts.statements()).as("%s", phase).singleElement().satisfies(statement -> {
                assertThat(statement.line()).isEqualTo(phase == Phase.DOWN ? 1 : 2);
                assertThat(statement.sql()).startsWith("ALTER TABLE users");
            });
            assertThat(Objects.requireNonNull(facts.locks())).as("%s", phase).anySatisfy(lock -> {
                assertThat(lock.relation()).isEqualTo("public.users");
                assertThat(lock.mode().blocksReads()).isTrue();
            });
        }
        assertThat(facts(second, Phase.UP_AGAIN).statements().get(0).effects()).isNotNull();
        assertThat(project.report("report.json")).contains("\"runner\" : \"command\"");
    }

    @Test
    void a_wrong_down_is_found() {
        project.file("migrations/2_age.down.sql", "ALTER TABLE users ADD COLUMN other int;\n");

        RehearsalReport report = project.rehearse();

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(ConfiguredProject.findings(report)).contains("ERROR schema-not-restored 2_age.down.sql");
    }

    @Test
    void an_up_that_fails_is_told_with_file_and_line() {
        project.file("migrations/2_age.up.sql", "SELECT 1;\nALTER TABLE nobody ADD COLUMN age int;\n");

        RehearsalReport report = project.rehearse();

        assertThat(report.migrations().get(1).findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("up-failed");
            assertThat(finding.file()).isEqualTo("2_age.up.sql");
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.message()).contains("relation \"nobody\" does not exist");
        });
    }

    /** Where nobody but us knows what was run, nobody knows what a crash would have left. */
    @Test
    void without_a_history_of_the_tool_a_crash_is_not_rehearsed() {
        RehearsalReport report = project.set("crash", "true").rehearse();

        CrashCheck crash =
                Objects.requireNonNull(report.migrations().get(1).facts().crash());
        assertThat(crash.skipped()).contains("was not compared with the real tool");
    }

    @Test
    void a_tool_with_a_history_is_killed_at_each_moment_and_run_again() {
        project.set("command.table", "steps")
                .set("crash", "true")
                .set("command.up", "psql -X -q -1 -v ON_ERROR_STOP=1 -v v={version} -f {file} -f up.sql")
                .set("command.down", "psql -X -q -1 -v ON_ERROR_STOP=1 -v v={version} -f {file} -f down.sql")
                .file("up.sql", "CREATE TABLE IF NOT EXISTS steps (v text);\nINSERT INTO steps VALUES (:'v');\n")
                .file("down.sql", "DELETE FROM steps WHERE v = :'v';\n");

        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report)).noneMatch(finding -> finding.startsWith("ERROR"));
        CrashCheck crash =
                Objects.requireNonNull(report.migrations().get(1).facts().crash());
        assertThat(crash.skipped()).isNull();
        assertThat(crash.runs()).as("%s", crash.notTried()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(crash.runs()).allSatisfy(run -> assertThat(run.schemaLeft()).isNotNull());
    }

    private static PhaseFacts facts(MigrationResult result, Phase phase) {
        return result.facts().phases().stream()
                .filter(one -> one.phase() == phase)
                .map(PhaseResult::facts)
                .findFirst()
                .orElseThrow();
    }
}
