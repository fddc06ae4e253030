package dev.rehearsal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.settings.InvalidSettingException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that go wrong: each is told with its reason and a remedy, and nothing of it is left running. */
@Tag("psql")
class BadCommandTest {
    @TempDir
    private Path base;

    private CommandProject project;

    @BeforeEach
    void makeProject() {
        project = CommandProject.psql(base)
                .file("migrations/1_a.up.sql", "CREATE TABLE a (i int);")
                .file("migrations/1_a.down.sql", "DROP TABLE a;");
    }

    private RunFailure failed() {
        return Objects.requireNonNull(project.up("1"), "it should have failed");
    }

    @Test
    void a_program_that_does_not_exist() {
        project.set("up", "knexx migrate:up {name}");
        assertThatThrownBy(() -> project.up("1"))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("rehearsal.command.up: there is no program knexx")
                .hasMessageContaining("node_modules/.bin and on the PATH. Install it");

        project.set("up", "./bin/up {name}");
        assertThatThrownBy(() -> project.up("1"))
                .hasMessageContaining("there is no program ./bin/up. Looked for in " + base);
    }

    @Test
    void one_that_hangs_is_killed_with_all_that_it_has_started() throws Exception {
        project.tool("up.sh", "#!/bin/sh", "sleep 3600 &", "echo $! > child", "echo waiting", "wait")
                .set("up", "./up.sh")
                .set("timeout", "PT2S");

        RunFailure failure = failed();

        assertThat(failure.message())
                .contains("`./up.sh` (rehearsal.command.up) did not end within 2 s and was killed")
                .contains("rehearsal.command.timeout");
        assertThat(failure.detail()).contains("waiting");
        assertGone("child");
    }

    @Test
    void one_that_waits_in_the_database_leaves_no_session() throws Exception {
        project.set("up", "psql -X -c 'SELECT pg_sleep(3600) FROM pg_class'").set("timeout", "PT2S");

        assertThat(failed().message()).contains("did not end within 2 s");
        assertThat(project.ask("SELECT query FROM pg_stat_activity WHERE query LIKE '%pg_sleep(3600)%'"
                        + " AND pid <> pg_backend_pid()"))
                .isEmpty();
    }

    @Test
    void one_that_exits_with_0_and_did_not_even_connect() {
        project.set("up", "true");

        assertThat(failed().message())
                .contains("exited with 0 and did nothing: it has not connected to the rehearsal's database")
                .contains("DB_HOST={host}");
    }

    @Test
    void one_that_exits_with_0_and_sent_nothing_of_the_script() {
        project.set("up", "psql -X -c 'SELECT version()'");

        assertThat(failed().message()).contains("did nothing: it has sent no statement of 1_a.up.sql");
    }

    @Test
    void one_that_exits_with_0_and_has_not_changed_its_own_table() throws Exception {
        project.tool(
                        "up.sh",
                        "#!/bin/sh",
                        "psql -X -q -c 'CREATE TABLE IF NOT EXISTS steps (name text)' -c 'CREATE TABLE other ()'")
                .set("up", "./up.sh")
                .set("table", "steps");

        assertThat(failed().message())
                .contains("exited with 0 and did nothing: the tool's table public.steps does not name 1.");
    }

    @Test
    void one_that_goes_further_than_it_should() throws Exception {
        project.file("migrations/2_b.up.sql", "CREATE TABLE b (i int);")
                .tool(
                        "up.sh",
                        "#!/bin/sh",
                        "psql -X -q -c 'CREATE TABLE steps (name text)' -c \"INSERT INTO steps VALUES ('1'), ('2')\"")
                .set("up", "./up.sh")
                .set("table", "steps");

        assertThat(failed().message())
                .contains("went further than version 1: 2 is applied as well")
                .contains("{dir}");
    }

    @Test
    void one_that_asks_for_a_password_is_told_where_it_finds_it() throws Exception {
        project.tool("up.sh", "#!/bin/sh", "printf 'Password for user app: '", "read -r answer || exit 3")
                .set("up", "./up.sh");

        assertThat(failed().message())
                .contains("asked for a password, which nobody answers here, and ended with exit code 3")
                .contains("PGPASSWORD")
                .contains("DB_PASSWORD={password}");
    }

    @Test
    void one_that_leaves_a_child_running_is_told_of_it_and_the_child_is_killed() throws Exception {
        project.tool(
                        "up.sh",
                        "#!/bin/sh",
                        "psql -X -q -f \"$1\"",
                        "setsid sleep 3600 >/dev/null 2>&1 &",
                        "echo $! > child")
                .set("up", "./up.sh {file}");

        assertThat(failed().message())
                .contains("left running what it had started: ")
                .contains("sleep (process ");
        assertGone("child");
    }

    @Test
    void one_that_fails_is_told_with_its_last_lines_and_without_the_password() throws Exception {
        project.tool("up.sh", "#!/bin/sh", "echo \"cannot use $DATABASE_URL with $PGPASSWORD\" >&2", "exit 7")
                .set("up", "./up.sh");

        RunFailure failure = failed();

        assertThat(failure.message()).contains("ended with exit code 7");
        assertThat(failure.detail()).contains("cannot use postgresql://").contains(":***@127.0.0.1");
    }

    @Test
    void a_password_is_in_no_line_that_is_told() throws Exception {
        byte[] said = "login s3cret refused\nat mysql://app:other@host/db".getBytes(StandardCharsets.UTF_8);
        Output output = new Output(new ByteArrayInputStream(said), "s3cret");
        output.await(10_000);

        assertThat(output.tail()).isEqualTo("login *** refused\nat mysql://app:***@host/db");
    }

    @Test
    void the_environment_of_the_build_does_not_lead_it_elsewhere() throws Exception {
        project.tool("up.sh", "#!/bin/sh", "env > seen", "psql -X -q -f \"$1\"")
                .set("up", "./up.sh {file}")
                .set("environment", "DB_HOST={host},DB_NAME={database},HOSTNAME");

        assertThat(project.up("1")).isNull();

        String database = project.address().url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
        assertThat(Files.readAllLines(base.resolve("seen")))
                .contains("DB_NAME=" + database, "PGDATABASE=" + database)
                .anyMatch(line -> line.startsWith("DB_HOST=127."))
                .noneMatch(line -> line.startsWith("MAVEN_") || line.startsWith("SUREFIRE"));
    }

    @Test
    void a_list_that_fails_or_names_a_version_twice() throws Exception {
        project.set("list", "false");
        assertThatThrownBy(() -> project.runner()).hasMessageContaining("`false` ended with exit code 1");

        project.tool("list.sh", "#!/bin/sh", "echo 1 a", "echo 1 b").set("list", "./list.sh");
        assertThatThrownBy(() -> project.runner()).hasMessageContaining("prints a version twice");
    }

    @Test
    void a_placeholder_that_is_not_known_is_told_with_the_nearest() {
        project.set("up", "psql -f {fiel}");
        assertThatThrownBy(() -> project.up("1"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("{fiel}")
                .hasMessageContaining("Did you mean 'file'?");
    }

    @Test
    void files_that_are_not_there_and_two_of_one_version() {
        project.set("files", "nothing/*.sql");
        assertThatThrownBy(() -> project.runner()).hasMessageContaining("there is no folder nothing");

        project.set("files", "migrations/*.up.sql")
                .file("migrations/01_b.up.sql", "SELECT 1;")
                .file("migrations/1_c.up.sql", "SELECT 1;");
        assertThat(project.runner().history().problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("are both the version 1"));
    }

    @Test
    void a_down_without_an_up() {
        project.file("migrations/7_z.down.sql", "SELECT 1;");
        assertThat(project.runner().history().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("7_z.down.sql takes back version 7, of which there is no up"));
    }

    private void assertGone(String file) throws Exception {
        long pid = Long.parseLong(Files.readString(base.resolve(file)).strip());
        assertThat(ProcessHandle.of(pid).map(ProcessTree::runs).orElse(false))
                .as("process " + pid)
                .isFalse();
    }
}
