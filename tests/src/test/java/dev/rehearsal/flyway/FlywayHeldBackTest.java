package dev.rehearsal.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeatable scripts that are new or changed, beside those that are as production has them. */
class FlywayHeldBackTest {
    private static final String OLD = "CREATE OR REPLACE VIEW b AS SELECT 'old' AS text;";

    @TempDir
    private Path base;

    private TestProject project;

    @BeforeEach
    void makeProject() {
        project = new TestProject(base)
                .script("V1__a.sql", "CREATE TABLE a (i int);")
                .script("R__a.sql", "CREATE OR REPLACE VIEW va AS SELECT i FROM a;")
                .script("R__b.sql", "CREATE OR REPLACE VIEW b AS SELECT 'new' AS text;")
                .script("R__c.sql", "CREATE OR REPLACE VIEW c AS SELECT 'new' AS text;");
    }

    @Test
    void what_is_held_back_has_its_old_text_or_is_away_while_versions_are_applied() {
        FlywayRunner runner = holdingBack(repeatable("R__b", OLD), repeatable("R__c", null));

        assertThat(runner.up(project.source(), project.migration("1"), RunEvents.NONE))
                .isNull();

        assertThat(texts()).containsExactly("b old");
        assertThat(scripts()).containsExactly("V1__a.sql", "R__a.sql", "R__b.sql");
    }

    @Test
    void up_runs_the_new_text_down_the_old_one_and_the_history_forgets_both() {
        Migration b = repeatable("R__b", OLD);
        FlywayRunner runner = holdingBack(b);
        runner.up(project.source(), project.migration("1"), RunEvents.NONE);
        List<String> before = project.applied();

        for (int i = 0; i < 2; i++) {
            assertThat(state(runner, b)).isEqualTo(RunState.PENDING);
            assertThat(runner.up(project.source(), b, RunEvents.NONE)).isNull();
            assertThat(texts()).containsExactly("b new", "c new");
            assertThat(state(runner, b)).isEqualTo(RunState.APPLIED);

            assertThat(runner.down(project.source(), b, RunEvents.NONE)).isNull();
            assertThat(texts()).containsExactly("b old", "c new");
            assertThat(project.applied()).isEqualTo(before);
        }
    }

    @Test
    void several_have_their_turn_one_after_the_other_and_one_that_is_new_comes_with_its_own() {
        Migration b = repeatable("R__b", OLD);
        Migration c = repeatable("R__c", null);
        FlywayRunner runner = holdingBack(b, c);
        runner.up(project.source(), project.migration("1"), RunEvents.NONE);

        assertThat(runner.up(project.source(), b, RunEvents.NONE)).isNull();
        assertThat(texts()).containsExactly("b new");
        assertThat(runner.up(project.source(), c, RunEvents.NONE)).isNull();
        assertThat(texts()).containsExactly("b new", "c new");
        assertThatThrownBy(() -> runner.down(project.source(), c, RunEvents.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_new_text_that_cannot_run_is_a_failure_with_its_line_and_so_is_the_old_one_on_the_way_back() {
        Migration b = repeatable("R__b", "\nCREATE VIEW b AS SELECT 1 AS other;");
        FlywayRunner runner = holdingBack(b);
        runner.up(project.source(), project.migration("1"), RunEvents.NONE);

        RunFailure up = runner.up(project.source(), b, RunEvents.NONE);
        assertThat(up).isNotNull();
        assertThat(up.script() + ":" + up.line() + " " + up.sqlState()).isEqualTo("R__b.sql:1 42P16");

        project.sql("DROP VIEW b");
        assertThat(runner.up(project.source(), b, RunEvents.NONE)).isNull();
        RunFailure down = runner.down(project.source(), b, RunEvents.NONE);
        assertThat(down).isNotNull();
        assertThat(down.script() + ":" + down.line() + " " + down.sqlState()).isEqualTo("R__b.sql@main:2 42P07");
    }

    @Test
    void an_old_text_that_does_not_fit_the_newest_version_is_not_that_versions_failure() {
        Migration b = repeatable("R__b", "CREATE OR REPLACE VIEW b AS SELECT text FROM nowhere;");
        FlywayRunner runner = holdingBack(b);

        assertThat(runner.up(project.source(), project.migration("1"), RunEvents.NONE))
                .isNull();
        assertThat(texts()).containsExactly("c new");
        assertThat(runner.up(project.source(), b, RunEvents.NONE)).isNull();
        assertThat(texts()).containsExactly("b new", "c new");
    }

    @Test
    void a_repair_leaves_what_is_held_back_in_the_history() {
        Migration b = repeatable("R__b", OLD);
        Migration c = repeatable("R__c", null);
        FlywayRunner runner = holdingBack(b, c);
        runner.up(project.source(), project.migration("1"), RunEvents.NONE);
        runner.up(project.source(), b, RunEvents.NONE);
        runner.up(project.source(), c, RunEvents.NONE);
        List<String> before = project.applied();

        assertThat(runner.repair(project.source())).isNull();

        assertThat(project.applied()).isEqualTo(before);
        assertThat(state(runner, c)).isEqualTo(RunState.APPLIED);
    }

    @Test
    void a_fresh_runner_holds_the_same_back() {
        Migration b = repeatable("R__b", OLD);
        FlywayRunner runner = holdingBack(b).fresh();

        assertThat(runner.head(project.source())).isNull();
        assertThat(texts()).containsExactly("b old", "c new");
    }

    private FlywayRunner holdingBack(Migration... migrations) {
        return project.runner().holdingBack(List.of(migrations));
    }

    private Migration repeatable(String version, @Nullable String old) {
        Script now = project.runner().history().repeatables().stream()
                .filter(script -> script.name().equals(version + ".sql"))
                .findFirst()
                .orElseThrow();
        Script before = old == null ? null : new Script(version + ".sql@main", null, old);
        return new Migration(version, "", Migration.Kind.REPEATABLE, now, before, true);
    }

    private RunState state(FlywayRunner runner, Migration migration) {
        try {
            return runner.state(project.source(), migration);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> scripts() {
        return project.rows("SELECT script FROM flyway_schema_history ORDER BY installed_rank");
    }

    private List<String> texts() {
        return Stream.of("b", "c")
                .filter(view -> !project.rows("SELECT 1 FROM pg_views WHERE viewname = '" + view + "'")
                        .isEmpty())
                .map(view ->
                        view + " " + project.rows("SELECT text FROM " + view).get(0))
                .toList();
    }
}
