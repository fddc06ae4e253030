package dev.rehearsal.flyway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.schema.QualifiedName;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayUpTest {
    private static final String SQL = "filesystem:src/main/resources/db/migration";

    @TempDir
    private Path base;

    private TestProject project;

    @BeforeEach
    void makeProject() {
        project = new TestProject(base);
    }

    @Test
    void migrations_are_applied_up_to_the_target_one_after_another() {
        project.script("V1__a.sql", "CREATE TABLE a ();")
                .script("V2__b.sql", "CREATE TABLE b ();")
                .script("V3__c.sql", "CREATE TABLE c ();")
                .script("U3__c.sql", "DROP TABLE c;");

        assertThat(project.up("2")).isNull();
        assertThat(project.tables()).containsExactly("a", "b");

        assertThat(project.up("3")).isNull();
        assertThat(project.tables()).containsExactly("a", "b", "c");
        assertThat(project.applied()).containsExactly("1,1,V1__a.sql,t", "2,2,V2__b.sql,t", "3,3,V3__c.sql,t");
    }

    @Test
    void each_statement_is_told_with_its_script_and_line() {
        project.script(
                        "V1__a.sql",
                        "-- head",
                        "",
                        "/* the",
                        "   table */",
                        "CREATE TABLE a (",
                        "  i int",
                        "); INSERT INTO a VALUES (1); -- two on a line",
                        "",
                        "-- COPY brings its own rows",
                        "COPY a FROM STDIN;",
                        "2",
                        "\\.",
                        "DO $$ BEGIN",
                        "  PERFORM 1;",
                        "END $$;",
                        "SELECT '${many}';",
                        "SELECT 2")
                .set("flyway.placeholders.many", "x\ny");

        assertThat(project.up("1")).isNull();

        assertThat(project.statements).extracting(RunStatement::script).containsOnly("V1__a.sql");
        assertThat(project.statements).extracting(RunStatement::line).containsExactly(5, 7, 10, 13, 16, 17);
        assertThat(project.statements.get(0).sql()).isEqualTo("CREATE TABLE a (\n  i int\n)");
        assertThat(project.statements.get(4).sql()).isEqualTo("SELECT 'x\ny'");
        assertThat(project.ended).hasSize(6).last().isEqualTo("V1__a.sql:17");
        assertThat(project.rows("SELECT i FROM a ORDER BY i")).containsExactly("1", "2");
    }

    @Test
    void a_failure_names_sqlstate_script_line_detail_and_statement() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);", "INSERT INTO a VALUES (1), (1);")
                .script("V2__unique.sql", "-- first", "SELECT 1;", "", "ALTER TABLE a", "  ADD UNIQUE (i);");

        assertThat(project.up("1")).isNull();
        RunFailure failure = project.up("2");

        assertThat(failure).isNotNull();
        assertThat(failure.sqlState()).isEqualTo("23505");
        assertThat(failure.message()).contains("could not create unique index");
        assertThat(failure.detail()).contains("(i)=(1)");
        assertThat(failure.script()).isEqualTo("V2__unique.sql");
        assertThat(failure.line()).isEqualTo(4);
        assertThat(failure.sql()).startsWith("ALTER TABLE a");
        assertThat(project.ended).containsExactly("V2__unique.sql:2", "V2__unique.sql:4 failed");
        assertThat(project.applied()).hasSize(1);
    }

    @Test
    void the_servers_position_gives_the_line_inside_a_statement() {
        project.script(
                "V1__a.sql", "SELECT 1;", "-- why", "-- more", "CREATE TABLE a (", "  i int,", "  j nonsense", ");");

        RunFailure failure = project.up("1");

        assertThat(failure).isNotNull();
        assertThat(failure.sqlState()).isEqualTo("42704");
        assertThat(failure.line()).isEqualTo(6);
    }

    @Test
    void a_syntax_error_has_its_line() {
        project.script("V1__a.sql", "SELECT 1;", "CREATE TABEL a ();");

        RunFailure failure = project.up("1");

        assertThat(failure).isNotNull();
        assertThat(failure.sqlState()).isEqualTo("42601");
        assertThat(failure.script()).isEqualTo("V1__a.sql");
        assertThat(failure.line()).isEqualTo(2);
    }

    @Test
    void a_placeholder_without_a_value_is_told() {
        project.script("V1__a.sql", "SELECT '${nowhere}';");

        assertThat(project.up("1"))
                .isNotNull()
                .extracting(RunFailure::message)
                .asString()
                .contains("nowhere");
    }

    @Test
    void an_index_built_concurrently_does_not_hang() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);")
                .script("V2__index.sql", "CREATE INDEX CONCURRENTLY ai ON a (i);");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(project.up("2")).isNull());

        assertThat(project.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ai'::regclass"))
                .containsExactly("t");
        assertThat(project.ended).containsExactly("V1__a.sql:1", "V2__index.sql:1");
    }

    @Test
    void a_reindex_outside_a_transaction_does_not_hang() {
        project.script("V1__a.sql", "CREATE TABLE a (i int); CREATE INDEX ai ON a (i);")
                .script("V2__index.sql", "REINDEX INDEX CONCURRENTLY ai;")
                .script("V2__index.sql.conf", "executeInTransaction=false");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(project.up("2")).isNull());
    }

    @Test
    void sql_callbacks_run() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);")
                .script("afterEachMigrate.sql", "INSERT INTO a VALUES (1);")
                .script("afterMigrate__grants.sql", "INSERT INTO a VALUES (2);")
                .script("afterConnect.sql", "SET statement_timeout = '7s';");

        assertThat(project.up("1")).isNull();

        assertThat(project.rows("SELECT i FROM a ORDER BY i")).containsExactly("1", "2");
        assertThat(project.ended).containsExactly("V1__a.sql:1");
    }

    @Test
    void a_failing_callback_is_named() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);")
                .script("beforeEachMigrate.sql", "SELECT 1;", "SELECT broken;");

        RunFailure failure = project.up("1");

        assertThat(failure).isNotNull();
        assertThat(failure.script()).isEqualTo("beforeEachMigrate.sql");
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.sqlState()).isEqualTo("42703");
    }

    @Test
    void a_callback_after_migrating_may_need_the_newest_version() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);")
                .script("V2__b.sql", "CREATE TABLE b (i int);")
                .script("afterMigrate.sql", "INSERT INTO b VALUES (1);", "INSERT INTO c VALUES (1);");

        assertThat(project.up("1")).isNull();
        assertThat(project.up("2")).isNotNull().extracting(RunFailure::script).isEqualTo("afterMigrate.sql");
    }

    @Test
    void callbacks_in_a_location_of_their_own_run() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);")
                .script("afterMigrate.sql", "INSERT INTO a VALUES (1);")
                .file("callbacks/afterMigrate.sql", "INSERT INTO a VALUES (2);")
                .set("flyway.callbackLocations", "filesystem:callbacks");

        assertThat(project.up("1")).isNull();
        assertThat(project.rows("SELECT i FROM a")).containsExactly("2");
    }

    @Test
    void java_callbacks_run_beside_ours() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);")
                .set("flyway.callbacks", "dev.rehearsal.flyway.callback.RecordingCallback");

        assertThat(project.up("1")).isNull();

        assertThat(project.rows("SELECT script FROM recorded")).containsExactly("V1__a.sql");
        assertThat(project.ended).containsExactly("V1__a.sql:1");
    }

    @Test
    void placeholders_of_the_project_and_of_flyway_are_replaced() {
        project.script(
                        "V1__a.sql",
                        "CREATE TABLE #[name]# AS SELECT '#[flyway:defaultSchema]#' AS s, '#[flyway:filename]#' AS f;")
                .set("flyway.placeholderPrefix", "#[")
                .set("flyway.placeholderSuffix", "]#")
                .set("flyway.placeholders.name", "named");

        assertThat(project.up("1")).isNull();
        assertThat(project.rows("SELECT s, f FROM named")).containsExactly("public,V1__a.sql");
    }

    @Test
    void placeholder_replacement_can_be_off() {
        project.script("V1__a.sql", "CREATE TABLE a AS SELECT '${x}' AS s;")
                .set("flyway.placeholderReplacement", "false");

        assertThat(project.up("1")).isNull();
        assertThat(project.rows("SELECT s FROM a")).containsExactly("${x}");
    }

    @Test
    void two_locations_make_one_chain() {
        project.file("one/V1__a.sql", "CREATE TABLE a ();")
                .file("two/V2__b.sql", "CREATE TABLE b ();")
                .file("one/V3__c.sql", "CREATE TABLE c ();")
                .set("flyway.locations", "filesystem:one,filesystem:two");

        assertThat(project.up("2")).isNull();
        assertThat(project.tables()).containsExactly("a", "b");
        assertThat(project.up("3")).isNull();
        assertThat(project.tables()).containsExactly("a", "b", "c");
    }

    @Test
    void schemas_are_made_and_the_first_holds_the_history() {
        project.script("V1__a.sql", "CREATE TABLE a (); CREATE TABLE audit.b ();")
                .set("flyway.schemas", "app,audit");

        assertThat(project.up("1")).isNull();

        assertThat(project.rows(
                        "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('app', 'audit') ORDER BY 2"))
                .containsExactly("app,a", "audit,b", "app,flyway_schema_history");
        assertThat(project.runner().ownTables()).contains(new QualifiedName("app", "flyway_schema_history"));
    }

    @Test
    void the_default_schema_and_the_table_are_the_projects() {
        project.script("V1__a.sql", "CREATE TABLE a ();")
                .set("flyway.schemas", "app,audit")
                .set("flyway.defaultSchema", "audit")
                .set("flyway.table", "applied");

        assertThat(project.up("1")).isNull();

        assertThat(project.rows("SELECT schemaname FROM pg_tables WHERE tablename = 'applied'"))
                .containsExactly("audit");
        assertThat(project.runner().ownTables()).contains(new QualifiedName("audit", "applied"));
    }

    @Test
    void an_encoding_is_the_projects() {
        project.file("src/main/resources/db/migration/V1__a.sql", "CREATE TABLE a AS SELECT 'é' AS s;", ISO_8859_1)
                .set("flyway.encoding", "ISO-8859-1");

        assertThat(project.up("1")).isNull();
        assertThat(project.rows("SELECT s FROM a")).containsExactly("é");
    }

    @Test
    void a_byte_order_mark_and_a_missing_last_newline_do_no_harm() {
        project.script("V1__a.sql", "\uFEFFCREATE TABLE a ()");

        assertThat(project.up("1")).isNull();
        assertThat(project.ended).containsExactly("V1__a.sql:1");
    }

    @Test
    void a_java_migration_is_applied() {
        project.script("V1__a.sql", "CREATE TABLE users (id int);")
                .set("flyway.locations", SQL + ",classpath:dev/rehearsal/flyway/java");

        assertThat(project.up("2")).isNull();

        assertThat(project.rows("SELECT id FROM users")).containsExactly("42");
        assertThat(project.ended).containsExactly("V1__a.sql:1");
    }

    @Test
    void a_failing_java_migration_is_named() {
        project.script("V1__a.sql", "SELECT 1;")
                .set("flyway.locations", SQL + ",classpath:dev/rehearsal/flyway/java/two");

        RunFailure failure = project.up("3");

        assertThat(failure).isNotNull();
        assertThat(failure.script()).isEqualTo("dev.rehearsal.flyway.java.two.V3__Broken");
        assertThat(failure.sqlState()).isEqualTo("42P01");
        assertThat(failure.line()).isZero();
    }

    @Test
    void a_baseline_script_is_applied_in_place_of_what_it_stands_for() {
        project.script("V1__a.sql", "CREATE TABLE a ();")
                .script("B2__both.sql", "CREATE TABLE b ();")
                .script("V3__c.sql", "CREATE TABLE c ();");

        assertThat(project.up("2")).isNull();
        assertThat(project.tables()).containsExactly("b");
        assertThat(project.up("3")).isNull();
        assertThat(project.tables()).containsExactly("b", "c");
    }

    @Test
    void settings_for_an_existing_database_do_no_harm_on_an_empty_one() {
        project.script("V1__a.sql", "CREATE TABLE a ();")
                .script("V2__b.sql", "CREATE TABLE b ();")
                .set("flyway.baselineOnMigrate", "true")
                .set("flyway.baselineVersion", "1")
                .set("flyway.outOfOrder", "true")
                .set("flyway.target", "1")
                .set("flyway.validateMigrationNaming", "true");
        project.script("U2__b.sql", "DROP TABLE b;");

        assertThat(project.up("2")).isNull();
        assertThat(project.tables()).containsExactly("a", "b");
    }

    @Test
    void a_group_is_one_transaction() {
        project.script("V1__a.sql", "CREATE TABLE a ();")
                .script("V2__b.sql", "SELECT broken;")
                .set("flyway.group", "true");

        assertThat(project.up("2")).isNotNull();
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void init_sql_runs_on_each_connection() {
        project.script("V1__a.sql", "CREATE TABLE a AS SELECT current_setting('statement_timeout') AS s;")
                .set("flyway.initSql", "SET statement_timeout = '7s'");

        assertThat(project.up("1")).isNull();
        assertThat(project.rows("SELECT s FROM a")).containsExactly("7s");
    }

    @Test
    void mixed_statements_are_refused_unless_the_project_allows_them() {
        project.script("V1__a.sql", "CREATE TABLE a (i int);", "CREATE INDEX CONCURRENTLY ai ON a (i);");

        assertThat(project.up("1"))
                .isNotNull()
                .extracting(RunFailure::message)
                .asString()
                .contains("mixed");

        TestProject allowed = new TestProject(base).set("flyway.mixed", "true");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(allowed.up("1")).isNull());
    }

    @Test
    void duplicate_versions_fail_as_flyway_has_it() {
        project.script("V1__a.sql", "SELECT 1;").script("V1__b.sql", "SELECT 1;");

        assertThat(project.up("1"))
                .isNotNull()
                .extracting(RunFailure::message)
                .asString()
                .contains("more than one");
    }

    @Test
    void a_target_that_is_applied_already_is_no_failure() {
        project.script("V1__a.sql", "CREATE TABLE a ();");

        assertThat(project.up("1")).isNull();
        assertThat(project.up("1")).isNull();
        assertThat(project.ended).isEmpty();
    }

    @Test
    void what_failed_outside_a_transaction_is_never_taken_for_applied() {
        project.script(
                "V1__a.sql",
                "CREATE TABLE a (i int);",
                "INSERT INTO a VALUES (1), (1);",
                "CREATE UNIQUE INDEX CONCURRENTLY a_i ON a (i);");
        project.file("src/main/resources/db/migration/V1__a.sql.conf", "executeInTransaction=false");

        RunFailure first = project.up("1");
        RunFailure second = project.up("1");

        assertThat(first).isNotNull();
        assertThat(first.sqlState()).isEqualTo("23505");
        assertThat(second).as("Flyway's history says failed").isNotNull();
    }

    @Test
    void a_failed_row_stops_flyway_until_it_is_repaired() throws SQLException {
        project.script("V1__a.sql", "CREATE TABLE IF NOT EXISTS a (i int);", "SELECT 1 FROM comes_later;");
        project.file("src/main/resources/db/migration/V1__a.sql.conf", "executeInTransaction=false");
        project.up("1");
        project.sql("CREATE TABLE comes_later ()");

        assertThat(project.runner().state(project.source(), project.migration("1")))
                .isEqualTo(RunState.FAILED);
        assertThat(project.up("1")).as("without a repair").isNotNull();
        assertThat(project.runner().repair(project.source())).isNull();
        assertThat(project.runner().state(project.source(), project.migration("1")))
                .isEqualTo(RunState.PENDING);
        assertThat(project.up("1")).isNull();
        assertThat(project.runner().state(project.source(), project.migration("1")))
                .isEqualTo(RunState.APPLIED);
    }
}
