package dev.rehearsal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.HistoryProblem.Kind;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.WayBack;
import dev.rehearsal.result.Finding;
import dev.rehearsal.selection.Selection;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.spi.Modules;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlHistoryTest {
    @TempDir
    private Path base;

    private SqlProject project;

    @BeforeEach
    void makeProject() {
        project = new SqlProject(base);
    }

    @Test
    void a_version_without_a_down_has_no_way_back() {
        project.script("1_users_and_roles.up.sql", "SELECT 1;").script("README.md", "# not a migration");

        Migration migration = project.migration("1");

        assertThat(project.runner().history().problems()).isEmpty();
        assertThat(migration.description()).isEqualTo("users and roles");
        assertThat(migration.wayBack()).isEqualTo(new WayBack.None());
        assertThat(migration.withoutWayBack()).isEqualTo("there is no down file");
        assertThat(migration.words().aWayBack()).isEqualTo("a down file");
    }

    @Test
    void each_problem_of_a_folder_names_its_file() {
        project.script("1_a.up.sql", "SELECT 1;")
                .script("01_b.up.sql", "SELECT 1;")
                .script("2_c.down.sql", "SELECT 1;")
                .script("V3__d.sql", "SELECT 1;")
                .script("99999999999999999999_e.up.sql", "SELECT 1;");

        assertThat(project.runner().history().problems())
                .extracting(HistoryProblem::kind, HistoryProblem::file)
                .containsExactlyInAnyOrder(
                        tuple(Kind.DUPLICATE_VERSION, "1_a.up.sql"),
                        tuple(Kind.UNDO_WITHOUT_MIGRATION, "2_c.down.sql"),
                        tuple(Kind.UNRECOGNISED_NAME, "V3__d.sql"),
                        tuple(Kind.UNRECOGNISED_NAME, "99999999999999999999_e.up.sql"));
    }

    @Test
    void the_runner_is_found_by_what_is_there() {
        project.script("1_a.up.sql", "SELECT 1;");

        assertThat(Modules.runner("auto", project.seen()).id()).isEqualTo("sql");
    }

    @Test
    void a_folder_of_flyway_s_is_flyway_s() {
        project.file("src/main/resources/db/migration/V1__a.sql", "SELECT 1;");

        assertThat(Modules.runner("auto", project.seen()).id()).isEqualTo("flyway");
    }

    @Test
    void pairs_in_flyway_s_own_folder_are_not_taken_for_flyway_s() {
        project.file("src/main/resources/db/migration/1_a.up.sql", "SELECT 1;");

        assertThat(Modules.runner("auto", project.seen()).id()).isEqualTo("sql");
        assertThat(project.runner().history().migrations()).hasSize(1);
    }

    @Test
    void two_runners_that_find_something_are_an_error_that_names_both_and_the_setting() {
        project.script("1_a.up.sql", "SELECT 1;").file("src/main/resources/db/migration/V1__a.sql", "SELECT 1;");

        assertThatThrownBy(() -> Modules.runner("auto", project.seen()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("flyway: V1__a.sql in filesystem:")
                .hasMessageContaining("sql: 1_a.up.sql in migrations, as golang-migrate reads it")
                .hasMessageContaining("rehearsal.runner=");
        assertThat(Modules.runner("sql", project.seen()).id()).isEqualTo("sql");
        assertThat(Modules.runner("flyway", project.seen()).id()).isEqualTo("flyway");
    }

    @Test
    void where_no_runner_finds_anything_it_is_said_what_was_looked_for() {
        assertThatThrownBy(() -> Modules.runner("auto", project.seen()))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("There are no migrations")
                .hasMessageContaining("src/main/resources/db/migration")
                .hasMessageContaining("db/migrations")
                .hasMessageContaining("rehearsal.runner")
                .hasMessageContaining("rehearsal.locations");
    }

    @Test
    void an_unknown_runner_is_an_error_that_names_the_nearest_and_the_dependency() {
        assertThatThrownBy(() -> Modules.runner("flywya", project.seen()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("Did you mean 'flyway'?")
                .hasMessageContaining("dev.rehearsal:rehearsal-flywya");
    }

    @Test
    void two_folders_are_an_error_that_names_both_until_one_is_chosen() {
        project.script("1_a.up.sql", "SELECT 1;").file("db/migrations/1_b.up.sql", "SELECT 1;");

        assertThatThrownBy(project::runner)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("1_a.up.sql in migrations")
                .hasMessageContaining("1_b.up.sql in db/migrations");
        assertThat(project.in("filesystem:db/migrations")
                        .migration("1")
                        .script()
                        .name())
                .isEqualTo("1_b.up.sql");
    }

    @Test
    void since_a_ref_what_is_new_changed_or_gone_is_rehearsed_or_told() throws Exception {
        project.script("1_a.up.sql", "SELECT 1;")
                .script("1_a.down.sql", "SELECT 1;")
                .script("3_c.up.sql", "SELECT 1;")
                .script("4_d.up.sql", "SELECT 1;")
                .commitOnMain();
        assertThat(since().migrations()).isEmpty();

        project.script("1_a.down.sql", "SELECT 2;")
                .script("2_b.up.sql", "SELECT 1;")
                .script("3_c.up.sql", "SELECT 2;")
                .remove("migrations/4_d.up.sql");

        assertThat(since().migrations()).extracting(Migration::version).containsExactly("1", "2", "3");
        assertThat(since().findings())
                .extracting(Finding::rule, Finding::file)
                .containsExactlyInAnyOrder(
                        tuple("migration-changed", "3_c.up.sql"),
                        tuple("version-out-of-order", "2_b.up.sql"),
                        tuple("migration-removed", "4_d.up.sql"));
        assertThat(since().findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.endsWith("golang-migrate does not notice, and runs nothing again."));
    }

    private Selection since() {
        return Selector.since(base, "main").select(project.runner());
    }
}
