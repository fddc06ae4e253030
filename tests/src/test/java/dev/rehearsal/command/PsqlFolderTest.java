package dev.rehearsal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.WayBack;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that {@code psql -f} applies: a tool without a history of its own. */
@Tag("psql")
class PsqlFolderTest {
    @TempDir
    private Path base;

    private CommandProject project;

    @BeforeEach
    void makeProject() {
        project = CommandProject.psql(base)
                .file(
                        "migrations/1_a.up.sql",
                        "-- the first",
                        "CREATE TABLE a (i int);",
                        "",
                        "INSERT INTO a",
                        "VALUES (1);")
                .file("migrations/1_a.down.sql", "DROP TABLE a;")
                .file("migrations/2_b.up.sql", "CREATE TABLE b (i int);");
    }

    @Test
    void versions_go_up_in_order_and_down_one_by_one() throws Exception {
        assertThat(project.up("2")).isNull();
        assertThat(project.tables()).containsExactly("a", "b");
        assertThat(project.runner().state(project.source(), project.migration("2")))
                .isEqualTo(RunState.APPLIED);

        assertThat(project.migration("1").undo()).isNotNull();
        assertThat(project.migration("2").wayBack()).isEqualTo(new WayBack.None());
    }

    @Test
    void down_takes_back_and_up_again_does_it_again() throws Exception {
        assertThat(project.up("1")).isNull();
        assertThat(project.down("1")).isNull();
        assertThat(project.tables()).isEmpty();
        assertThat(project.runner().state(project.source(), project.migration("1")))
                .isEqualTo(RunState.PENDING);
        assertThat(project.up("1")).isNull();
        assertThat(project.tables()).containsExactly("a");
    }

    @Test
    void each_statement_is_told_with_its_line() {
        assertThat(project.up("1")).isNull();

        assertThat(project.statements)
                .containsExactly(
                        new RunStatement("1_a.up.sql", 2, "CREATE TABLE a (i int)"),
                        new RunStatement("1_a.up.sql", 4, "INSERT INTO a\nVALUES (1)"));
    }

    @Test
    void a_failed_statement_is_the_failure_with_its_line_and_code() {
        project.file("migrations/3_c.up.sql", "CREATE TABLE c (i int);", "SELECT 1", "  / 0;");

        RunFailure failure = Objects.requireNonNull(project.up("3"));

        assertThat(failure.message()).isEqualTo("division by zero");
        assertThat(failure.sqlState()).isEqualTo("22012");
        assertThat(failure.script()).isEqualTo("3_c.up.sql");
        assertThat(failure.line()).isEqualTo(2);
    }

    @Test
    void what_psql_passes_over_is_a_failure_all_the_same() {
        project.set("up", "psql -X -q -f {file}").file("migrations/3_c.up.sql", "SELECT 1/0;", "CREATE TABLE c ();");

        RunFailure failure = Objects.requireNonNull(project.up("3"));

        assertThat(failure.message()).contains("division by zero").contains("ON_ERROR_STOP=1");
    }

    @Test
    void several_statements_in_one_message_are_told_as_one_and_apart_each_for_itself() throws Exception {
        project.set("up", "psql -X -q -c 'CREATE TABLE t (i int); INSERT INTO t VALUES (1); SELECT 2'");

        assertThat(project.up("1")).isNull();
        assertThat(project.statements)
                .singleElement()
                .satisfies(told -> assertThat(told.sql()).startsWith("-- 3 statements in one message"));
        project.statements.clear();

        CommandProject other = CommandProject.psql(base)
                .set(
                        "up",
                        "psql -X -q -c 'CREATE TABLE t (i int); INSERT INTO t VALUES (1); SELECT count(*) / 0 FROM t'");
        RunFailure failure = Objects.requireNonNull(other.upApart("1"));
        assertThat(other.statements)
                .extracting(RunStatement::sql)
                .containsExactly("CREATE TABLE t (i int)", "INSERT INTO t VALUES (1)", "SELECT count(*) / 0 FROM t");
        assertThat(failure.sql()).isEqualTo("SELECT count(*) / 0 FROM t");
        assertThat(other.tables()).as("all of it was one transaction").isEmpty();
    }
}
