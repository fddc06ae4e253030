package dev.rehearsal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.HistoryProblem.Kind;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.selection.Selection;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutFilesTest {
    @TempDir
    private Path base;

    private SqlProject project;

    @BeforeEach
    void makeProject() {
        project = new SqlProject(base);
    }

    @Test
    void a_misspelt_marker_is_told_with_its_line_and_the_nearest_one() {
        project.script("1_a.sql", "-- migrate:up", "SELECT 1;", "-- migrate:dwon", "SELECT 1;");

        assertThat(problems())
                .extracting(HistoryProblem::kind, HistoryProblem::file, HistoryProblem::line)
                .contains(tuple(Kind.NOT_UNDERSTOOD, "1_a.sql", 3));
        assertThat(problems().get(0).message()).contains("-- migrate:dwon", "line 3", "Did you mean 'migrate:down'?");
    }

    @Test
    void so_it_is_in_the_other_layouts_with_markers() {
        assertThat(misspelt("-- +goose Up", "SELECT 1;", "-- +goose Donw"))
                .contains("line 3", "Did you mean '+goose Down'?");
        assertThat(misspelt("-- +goose Up", "SELECT 1;", "-- +goose NO TRANSACTIONS"))
                .contains("line 3");
        assertThat(misspelt("-- Up Migration", "SELECT 1;", "-- Dwon Migration"))
                .contains("line 3", "Did you mean 'Down Migration'?");
        assertThat(misspelt("SELECT 1;", "---- create above / dorp below ----", "SELECT 1;"))
                .isEmpty();
        assertThat(misspelt("SELECT 1;", "---- create above / drop belwo ----", "SELECT 1;"))
                .contains("line 2", "Did you mean 'create above / drop below'?");
        assertThat(misspelt("-- // a", "SELECT 1;", "-- //@UNOD", "SELECT 1;"))
                .contains("line 3", "Did you mean '@UNDO'?");
        assertThat(misspelt("-- // a", "SELECT 1;", "-- @undo", "SELECT 1;")).contains("line 3");
    }

    private String misspelt(String... lines) {
        project.script("1_a.sql", lines);
        try {
            return problems().stream().map(HistoryProblem::message).findFirst().orElse("");
        } catch (MigrationSourceException e) {
            return "";
        }
    }

    @Test
    void two_layouts_that_fit_one_folder_are_an_error_that_names_both_and_the_setting() {
        project.script("1_a.sql", "-- +goose Up", "SELECT 1;").script("atlas.sum", "h1:x");

        assertThatThrownBy(project::runner)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("as goose reads it")
                .hasMessageContaining("as Atlas reads it")
                .hasMessageContaining("rehearsal.layout=goose or rehearsal.layout=atlas");
        assertThat(project.layout("goose").migration("1").words().product()).isEqualTo("goose");
        assertThatThrownBy(() -> project.layout("gose").runner()).hasMessageContaining("Did you mean 'goose'?");
    }

    @Test
    void where_nothing_is_found_it_is_said_in_short_what_was_looked_for_and_what_comes_near() {
        project.file("db/migration/first.sql", "SELECT 1;").file("db/migration/second.sql", "SELECT 1;");

        assertThatThrownBy(project::runner)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage(
                        "There are no migrations: looked for was a folder of SQL files as golang-migrate, sqlx, dbmate"
                                + " and 11 other tools read them (how they are named:"
                                + " docs/guide/runners.md#folders-of-plain-sql) in migrations, migrations/*, db/migrations and 13"
                                + " other usual folders. Near it comes db/migration with first.sql and 1 more: none is named, or"
                                + " marked inside, as a tool wants it. Say by rehearsal.locations (or <locations>) in which folder"
                                + " they are.");
        assertThatThrownBy(() -> project.layout("goose").in("db/migration").runner())
                .hasMessageContaining("files named like 00001_users.sql, with -- +goose Up and -- +goose Down in it, as"
                        + " goose reads them, in db/migration. Near it comes db/migration with first.sql");
    }

    @Test
    void a_comment_in_a_file_of_one_direction_is_no_marker() {
        project.script("1_a.up.sql", "-- Up Migration", "SELECT 1;")
                .script("1_a.down.sql", "-- +goose Down", "SELECT 1;");

        assertThat(project.migration("1").words().product()).isEqualTo("golang-migrate");
    }

    @Test
    void a_command_of_psql_is_named_as_what_it_is() {
        project.script("1_a.up.sql", "SELECT 1;", "\\connect shop", "SELECT 2;");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).contains("\\connect is a command of psql");
        });
    }

    @Test
    void a_way_back_without_a_way_up_is_an_error() {
        project.file("migrations/1_a/down.sql", "SELECT 1;").file("migrations/2_b/up.sql", "SELECT 1;");

        assertThat(problems())
                .extracting(HistoryProblem::kind, HistoryProblem::file)
                .containsExactly(tuple(Kind.UNDO_WITHOUT_MIGRATION, "1_a/down.sql"));
    }

    @Test
    void without_its_way_back_dbmate_refuses_a_file() {
        project.script("1_a.sql", "-- migrate:up", "SELECT 1;");

        assertThat(problems())
                .singleElement()
                .extracting(HistoryProblem::message)
                .asString()
                .contains("there is no -- migrate:down");
    }

    @Test
    void a_file_of_refinery_s_that_begins_with_u_is_no_way_back() {
        project.file("Cargo.toml", "refinery = \"0.8\"")
                .script("V1__a.sql", "SELECT 1;")
                .script("U2__b.sql", "SELECT 1;");

        assertThat(project.runner().history().migrations())
                .extracting(Migration::version)
                .containsExactly("1", "2");
        assertThat(problems())
                .extracting(HistoryProblem::kind, HistoryProblem::file, HistoryProblem::fatal)
                .containsExactly(tuple(Kind.PASSED_OVER, "U2__b.sql", false));
    }

    @Test
    void goose_cuts_at_the_end_of_a_line_unless_it_is_told_not_to() {
        project.script(
                "1_a.sql",
                "-- +goose Up",
                "CREATE TABLE a (i int); -- one",
                "-- +goose StatementBegin",
                "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN",
                "  RETURN 1;",
                "END $$;",
                "-- +goose StatementEnd",
                "INSERT INTO a",
                "VALUES (1);",
                "-- +goose Down",
                "DROP TABLE a;",
                "DROP FUNCTION f();");

        assertThat(project.up("1")).isNull();
        assertThat(project.statements).extracting(RunStatement::line).containsExactly(2, 4, 8);
        assertThat(project.down("1")).isNull();
        assertThat(project.ask("SELECT proname FROM pg_proc WHERE proname = 'f'"))
                .isEmpty();
        assertThat(project.statements).last().isEqualTo(new RunStatement("1_a.sql (down)", 12, "DROP FUNCTION f()"));
    }

    @Test
    void a_body_that_goose_would_cut_fails_as_it_does_there() {
        project.script(
                "1_a.sql",
                "-- +goose Up",
                "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN",
                "  RETURN 1;",
                "END $$;");

        assertThat(project.up("1")).isNotNull();
    }

    @Test
    void atlas_goes_on_behind_the_statements_that_have_run() {
        project.script(
                        "1_a.sql",
                        "-- atlas:txmode none",
                        "",
                        "CREATE TABLE a ();",
                        "CREATE TABLE b (i int);",
                        "SELECT 1/0;")
                .script("atlas.sum", "h1:x");

        assertThat(project.up("1")).isNotNull();
        assertThat(project.ask("SELECT applied || ' of ' || total FROM atlas_schema_revisions.atlas_schema_revisions"))
                .containsExactly("2 of 3");

        project.script(
                "1_a.sql", "-- atlas:txmode none", "", "CREATE TABLE a ();", "CREATE TABLE b (i int);", "SELECT 1;");
        assertThat(project.up("1")).isNull();
    }

    @Test
    void since_a_ref_the_two_parts_of_one_file_are_compared_each_for_itself() throws Exception {
        project.script("1_a.sql", "-- migrate:up", "SELECT 1;", "-- migrate:down", "SELECT 1;")
                .script("2_b.sql", "-- migrate:up", "SELECT 1;", "-- migrate:down", "SELECT 1;")
                .commitOnMain();
        assertThat(since().migrations()).isEmpty();

        project.script("1_a.sql", "-- migrate:up", "SELECT 1;", "-- migrate:down", "SELECT 2;");

        assertThat(since().migrations()).extracting(Migration::version).containsExactly("1");
        assertThat(since().findings()).isEmpty(); // the way up is as it was
    }

    private Selection since() {
        return Selector.since(base, "main").select(project.runner());
    }

    private List<HistoryProblem> problems() {
        return project.runner().history().problems();
    }
}
