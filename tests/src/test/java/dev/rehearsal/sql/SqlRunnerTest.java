package dev.rehearsal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.spi.RunnerProject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlRunnerTest {
    @TempDir
    private Path base;

    private SqlProject project;

    @BeforeEach
    void makeProject() {
        project = new SqlProject(base);
    }

    @Test
    void a_time_zone_that_is_asked_for_is_that_of_its_sessions() {
        project.script("1_one.up.sql", "SELECT 1;").script("1_one.down.sql", "SELECT 1;");
        RunnerProject seen = project.seen();
        RunnerProject asked = new RunnerProject(
                seen.root(),
                Map.of(),
                seen.locations(),
                seen.engine(),
                seen.classes(),
                Map.of("timeZone", "Asia/Tokyo"));

        assertThat(new SqlRunnerFactory().open(asked).session()).containsEntry("TimeZone", "Asia/Tokyo");
        assertThat(new SqlRunnerFactory().open(seen).session()).isEmpty();
    }

    @Test
    void versions_go_up_in_the_order_of_their_numbers_and_down_one_by_one() {
        project.script("9_a.up.sql", "CREATE TABLE a ();")
                .script("9_a.down.sql", "DROP TABLE a;")
                .script("00010_b.up.sql", "CREATE TABLE b ();")
                .script("00010_b.down.sql", "DROP TABLE b;");

        assertThat(project.up("10")).isNull();
        assertThat(project.tables()).containsExactly("a", "b");
        assertThat(project.history()).containsExactly("10 clean");

        assertThat(project.down("10")).isNull();
        assertThat(project.tables()).containsExactly("a");
        assertThat(project.history()).containsExactly("9 clean");

        assertThat(project.down("9")).isNull();
        assertThat(project.tables()).isEmpty();
        assertThat(project.history()).isEmpty();
    }

    @Test
    void a_file_is_one_message_and_so_one_transaction() {
        project.script("1_a.up.sql", "CREATE TABLE a (i int);", "INSERT INTO a VALUES (1);", "SELECT 1/0;");

        RunFailure failure = project.up("1");

        assertThat(failure).isNotNull();
        assertThat(Objects.requireNonNull(failure).message()).isEqualTo("division by zero");
        assertThat(project.tables()).isEmpty();
        assertThat(project.statements).singleElement().satisfies(told -> {
            assertThat(told.line()).isZero();
            assertThat(told.sql()).startsWith("-- 3 statements in one message").contains("SELECT 1/0;");
        });
    }

    /** What stands in the way of a constraint is found by what the error means, whichever runner it was. */
    @Test
    void a_failure_says_what_it_means_and_what_it_concerns() {
        project.script("1_a.up.sql", "CREATE TABLE a (i int);", "INSERT INTO a VALUES (1), (1);")
                .script("2_b.up.sql", "CREATE UNIQUE INDEX ON a (i);");

        assertThat(project.up("1")).isNull();
        RunFailure failure = Objects.requireNonNull(project.up("2"));

        assertThat(failure.kind()).isEqualTo(Fault.Kind.DUPLICATE_ROWS);
        assertThat(failure.fault().concerned().relation()).hasToString("public.a");
        assertThat(failure.fault().question()).contains("GROUP BY i HAVING count(*) > 1");
    }

    @Test
    void the_server_sees_the_whole_file_at_once() {
        project.script(
                "1_a.up.sql",
                "CREATE TABLE a (sent text);",
                "INSERT INTO a SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid();");

        assertThat(project.up("1")).isNull();

        assertThat(project.ask("SELECT sent FROM a"))
                .singleElement()
                .asString()
                .startsWith("CREATE TABLE a (sent text);")
                .contains("INSERT INTO a SELECT query");
    }

    @Test
    void what_runs_in_no_transaction_runs_alone_in_its_file_and_not_beside_another() {
        project.script("1_a.up.sql", "CREATE TABLE a (i int);")
                .script("2_index.up.sql", "-- alone", "CREATE INDEX CONCURRENTLY a_i ON a (i);")
                .script("3_two.up.sql", "INSERT INTO a VALUES (1);", "CREATE INDEX CONCURRENTLY a_j ON a (i);");

        assertThat(project.up("2")).isNull();
        assertThat(project.statements)
                .last()
                .isEqualTo(new RunStatement("2_index.up.sql", 2, "CREATE INDEX CONCURRENTLY a_i ON a (i)"));

        assertThat(project.up("3")).isNotNull().extracting(RunFailure::sqlState).isEqualTo("25001");
        assertThat(project.migration("2").transactional()).isFalse();
        assertThat(project.migration("3").transactional()).isTrue();
    }

    @Test
    void apart_each_statement_is_told_with_its_line_in_the_same_transaction() {
        project.script(
                "1_a.up.sql",
                "-- head; of the file",
                "CREATE TABLE a (i int);",
                "",
                "DO $$ BEGIN",
                "  PERFORM 1;",
                "END $$; INSERT INTO a VALUES (1);",
                "SELECT 1/0;");

        RunFailure failure = project.upApart("1");

        assertThat(project.statements).extracting(RunStatement::line).containsExactly(2, 4, 6, 7);
        assertThat(failure).isNotNull().extracting(RunFailure::line).isEqualTo(7);
        assertThat(project.tables()).isEmpty();
        assertThat(project.history()).containsExactly("1 dirty");
    }

    @Test
    void apart_a_file_that_ends_its_transaction_itself_keeps_what_it_has_committed() {
        project.script("1_a.up.sql", "BEGIN;", "CREATE TABLE a ();", "COMMIT;", "CREATE TABLE b ();", "SELECT 1/0;");

        assertThat(project.upApart("1")).isNotNull();
        assertThat(project.tables()).containsExactly("a");
    }

    @Test
    void as_one_message_such_a_file_keeps_the_same() {
        project.script("1_a.up.sql", "BEGIN;", "CREATE TABLE a ();", "COMMIT;", "CREATE TABLE b ();", "SELECT 1/0;");

        assertThat(project.up("1")).isNotNull();
        assertThat(project.tables()).containsExactly("a");
    }

    @Test
    void the_line_is_the_one_that_the_server_points_at() {
        project.script("1_a.up.sql", "CREATE TABLE a (i int); -- ü😀", "SELECT", "  nothing", "FROM a;");

        assertThat(project.up("1")).isNotNull().satisfies(failure -> {
            assertThat(failure.script()).isEqualTo("1_a.up.sql");
            assertThat(failure.line()).isEqualTo(3);
            assertThat(failure.sqlState()).isEqualTo("42703");
        });
        SqlProject other = new SqlProject(base);
        assertThat(other.upApart("1")).isNotNull().extracting(RunFailure::line).isEqualTo(3);
    }

    @Test
    void after_a_failure_the_history_is_dirty_until_the_version_before_is_forced() throws SQLException {
        project.script("1_a.up.sql", "CREATE TABLE a ();").script("2_b.up.sql", "CREATE TABLE a ();");

        assertThat(project.up("2")).isNotNull();

        assertThat(project.history()).containsExactly("2 dirty");
        assertThat(project.runner().state(project.source(), project.migration("1")))
                .isEqualTo(RunState.APPLIED);
        assertThat(project.runner().state(project.source(), project.migration("2")))
                .isEqualTo(RunState.FAILED);
        assertThat(project.up("2"))
                .isNotNull()
                .extracting(RunFailure::message)
                .asString()
                .contains("Dirty database version 2");

        assertThat(project.runner().repair(project.source())).isNull();
        assertThat(project.history()).containsExactly("1 clean");
        assertThat(project.runner().state(project.source(), project.migration("2")))
                .isEqualTo(RunState.PENDING);
    }

    @Test
    void a_failed_down_leaves_the_version_before_dirty() {
        project.script("1_a.up.sql", "CREATE TABLE a ();").script("1_a.down.sql", "DROP TABLE b;");

        assertThat(project.up("1")).isNull();
        assertThat(project.down("1")).isNotNull().extracting(RunFailure::script).isEqualTo("1_a.down.sql");
        assertThat(project.history()).containsExactly("-1 dirty");
    }
}
