package dev.rehearsal.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.schema.QualifiedName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayDownTest {
    @TempDir
    private Path base;

    private TestProject project;

    @BeforeEach
    void makeProject() {
        project = new TestProject(base);
    }

    @Test
    void a_version_goes_down_and_up_again_with_the_history_as_before() {
        project.script("V1__a.sql", "CREATE TABLE a ();")
                .script("V2__b.sql", "CREATE TABLE b ();")
                .script("U2__remove_b.sql", "-- away", "DROP TABLE b;");
        project.up("1");
        List<String> before = project.rows("SELECT * FROM flyway_schema_history");
        project.up("2");

        assertThat(project.down("2")).isNull();

        assertThat(project.ended).containsExactly("U2__remove_b.sql:2");
        assertThat(project.tables()).containsExactly("a");
        assertThat(project.rows("SELECT * FROM flyway_schema_history")).isEqualTo(before);
        assertThat(project.up("2")).isNull();
        assertThat(project.tables()).containsExactly("a", "b");
        assertThat(project.applied()).containsExactly("1,1,V1__a.sql,t", "2,2,V2__b.sql,t");
    }

    @Test
    void the_first_version_goes_down_too() {
        project.script("V0__a.sql", "CREATE TABLE a ();").script("U0__a.sql", "DROP TABLE a;");
        project.up("0");

        assertThat(project.down("0")).isNull();
        assertThat(project.tables()).isEmpty();
        assertThat(project.up("0")).isNull();
        assertThat(project.tables()).containsExactly("a");
    }

    @Test
    void several_versions_go_down_one_by_one() {
        project.script("V1__a.sql", "CREATE TABLE a ();")
                .script("U1__z.sql", "DROP TABLE a;")
                .script("V1.1__b.sql", "CREATE TABLE b ();")
                .script("U1.1__y.sql", "DROP TABLE b;")
                .script("V2__c.sql", "CREATE TABLE c ();")
                .script("U2__x.sql", "DROP TABLE c;");
        project.up("2");

        assertThat(project.down("2")).isNull();
        assertThat(project.down("1.1")).isNull();
        assertThat(project.tables()).containsExactly("a");
        assertThat(project.down("1")).isNull();
        assertThat(project.applied()).isEmpty();
        assertThat(project.up("2")).isNull();
        assertThat(project.tables()).containsExactly("a", "b", "c");
    }

    @Test
    void a_failing_undo_is_rolled_back_and_nothing_of_ours_remains() {
        project.script("V1__a.sql", "CREATE TABLE a (i int); CREATE TABLE b ();")
                .script("U1__a.sql", "DROP TABLE b;", "ALTER TABLE a", "  DROP COLUMN j;");
        project.up("1");
        List<String> before = project.applied();

        RunFailure failure = project.down("1");

        assertThat(failure).isNotNull();
        assertThat(failure.sqlState()).isEqualTo("42703");
        assertThat(failure.script()).isEqualTo("U1__a.sql");
        assertThat(failure.line()).isEqualTo(2);
        assertThat(project.tables()).containsExactly("a", "b");
        assertThat(project.applied()).isEqualTo(before);
    }

    @Test
    void an_undo_outside_a_transaction_that_fails_half_way_leaves_the_history_alone() {
        project.script("V1__a.sql", "CREATE TABLE a (i int); CREATE INDEX ai ON a (i);")
                .script("U1__a.sql", "DROP INDEX CONCURRENTLY ai;", "DROP TABLE nowhere;")
                .script("U1__a.sql.conf", "executeInTransaction=false");
        project.up("1");
        List<String> before = project.applied();

        RunFailure failure = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> project.down("1"));

        assertThat(failure).isNotNull();
        assertThat(failure.line()).isEqualTo(2);
        assertThat(project.rows("SELECT 1 FROM pg_indexes WHERE indexname = 'ai'"))
                .isEmpty();
        assertThat(project.tables()).containsExactly("a");
        assertThat(project.applied()).isEqualTo(before);
    }

    @Test
    void an_index_dropped_concurrently_does_not_hang() {
        project.script("V1__a.sql", "CREATE TABLE a (i int); CREATE INDEX ai ON a (i);")
                .script("U1__a.sql", "DROP INDEX CONCURRENTLY ai;");
        project.up("1");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(project.down("1")).isNull());
        assertThat(project.rows("SELECT 1 FROM pg_indexes WHERE indexname = 'ai'"))
                .isEmpty();
    }

    @Test
    void placeholders_schemas_and_search_path_are_the_projects() {
        project.script("V1__a.sql", "CREATE TABLE ${name} ();")
                .script("U1__a.sql", "DROP TABLE ${name};")
                .set("flyway.placeholders.name", "named")
                .set("flyway.schemas", "app,audit")
                .set("flyway.table", "applied");
        project.up("1");
        assertThat(project.rows("SELECT schemaname FROM pg_tables WHERE tablename = 'named'"))
                .containsExactly("app");

        assertThat(project.down("1")).isNull();

        assertThat(project.tables()).containsExactly("applied");
        assertThat(project.rows("SELECT type FROM app.applied")).containsExactly("SCHEMA");
        assertThat(project.runner().ownTables()).containsExactly(new QualifiedName("app", "applied"));
    }

    @Test
    void an_undo_creates_and_drops_nothing_that_an_event_trigger_of_the_project_would_see() {
        project.script("V1__guard.sql", """
                        CREATE TABLE seen (tag text);
                        CREATE FUNCTION guard() RETURNS event_trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            IF coalesce(current_setting('app.permitted', true), '') <> 'on' THEN
                                RAISE EXCEPTION '% is not permitted', tg_tag;
                            END IF;
                            INSERT INTO seen VALUES (tg_tag);
                        END $$;
                        CREATE EVENT TRIGGER guard_start ON ddl_command_start EXECUTE FUNCTION guard();
                        CREATE EVENT TRIGGER guard_drop ON sql_drop EXECUTE FUNCTION guard();""")
                .script("V2__b.sql", "SET LOCAL app.permitted = 'on';", "CREATE TABLE b ();")
                .script("U2__b.sql", "SET LOCAL app.permitted = 'on';", "DROP TABLE b;");
        assertThat(project.up("2")).isNull();

        assertThat(project.down("2")).isNull();
        assertThat(project.up("2")).isNull();

        assertThat(project.rows("SELECT tag FROM seen"))
                .containsExactly("CREATE TABLE", "DROP TABLE", "DROP TABLE", "CREATE TABLE");
    }

    @Test
    void a_version_goes_down_although_a_later_one_was_applied() {
        project.script("V1__a.sql", "CREATE TABLE a ();")
                .script("U1__a.sql", "DROP TABLE a;")
                .script("V1.1__b.sql", "CREATE TABLE b ();");
        project.up("1.1");

        assertThat(project.down("1")).isNull();
        assertThat(project.applied()).containsExactly("2,1.1,V1.1__b.sql,t");
    }

    @Test
    void callbacks_for_an_undo_run_and_those_for_a_migration_do_not() {
        project.script("V1__a.sql", "CREATE TABLE a (); CREATE TABLE log (s text);")
                .script("U1__a.sql", "DROP TABLE a;")
                .script("afterEachMigrate.sql", "INSERT INTO log VALUES ('migrate');")
                .script("beforeEachUndo.sql", "INSERT INTO log VALUES ('before each');")
                .script("afterUndo__x.sql", "INSERT INTO log VALUES ('after');");
        project.up("1");
        project.sql("TRUNCATE log");

        assertThat(project.down("1")).isNull();
        assertThat(project.rows("SELECT s FROM log")).containsExactly("before each", "after");
    }

    @Test
    void an_undo_script_with_a_conf_file_runs_as_it_says() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);")
                .script("U1__a.sql", "VACUUM a;", "DROP TABLE a;")
                .script("U1__a.sql.conf", "executeInTransaction=false");
        project.up("1");

        assertThat(project.down("1")).isNull();
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void a_java_migration_can_have_an_undo_script() {
        project.script("V1__a.sql", "CREATE TABLE users (id int);")
                .script("U2__names.sql", "DELETE FROM users;")
                .set(
                        "flyway.locations",
                        "filesystem:src/main/resources/db/migration,classpath:dev/rehearsal/flyway/java");
        project.up("2");

        assertThat(project.down("2")).isNull();
        assertThat(project.rows("SELECT id FROM users")).isEmpty();
        assertThat(project.applied()).hasSize(1);
        assertThat(project.up("2")).isNull();
        assertThat(project.rows("SELECT id FROM users")).containsExactly("42");
    }

    @Test
    void a_version_without_an_undo_script_cannot_go_down() {
        project.script("V1__a.sql", "SELECT 1;");
        project.up("1");

        assertThatThrownBy(() -> project.down("1")).hasMessageContaining("no undo script");
    }
}
