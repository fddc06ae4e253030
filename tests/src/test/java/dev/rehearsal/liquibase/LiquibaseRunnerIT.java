package dev.rehearsal.liquibase;

import static dev.rehearsal.liquibase.LiquibaseProject.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.WayBack;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Change sets go up and down one at a time, on a real server, with Liquibase itself. */
class LiquibaseRunnerIT {
    @TempDir
    private Path base;

    private LiquibaseProject project;

    @BeforeEach
    void makeProject() {
        project = new LiquibaseProject(base);
    }

    private void allFormats() {
        project
                .log(
                        "db.changelog-master.yaml",
                        "databaseChangeLog:",
                        "  - include:",
                        "      file: one.sql",
                        "      relativeToChangelogFile: true",
                        "  - includeAll:",
                        "      path: more",
                        "      relativeToChangelogFile: true",
                        "  - changeSet:",
                        "      id: in-yaml",
                        "      author: me",
                        "      changes:",
                        "        - addColumn:",
                        "            tableName: a",
                        "            columns:",
                        "              - column: { name: y, type: int }",
                        "        - sql:",
                        "            sql: UPDATE a SET y = 1",
                        "      rollback:",
                        "        - dropColumn: { tableName: a, columnName: y }")
                .log(
                        "one.sql",
                        "--liquibase formatted sql",
                        "",
                        "--changeset me:in-sql",
                        "CREATE TABLE a (i int);",
                        "INSERT INTO a",
                        "  VALUES (1);",
                        "--rollback DELETE FROM a;",
                        "--rollback DROP TABLE a;",
                        "",
                        "--changeset me:in-sql-too",
                        "COMMENT ON TABLE a IS 'a; b';",
                        "--rollback empty")
                .log(
                        "more/2.xml",
                        "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\"",
                        "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
                        "    xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
                                + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd\">",
                        "  <changeSet id=\"in-xml\" author=\"me\">",
                        "    <comment>Another table</comment>",
                        "    <createTable tableName=\"b\"><column name=\"i\" type=\"int\"/></createTable>",
                        "    <createIndex indexName=\"b_i\" tableName=\"b\"><column name=\"i\"/></createIndex>",
                        "  </changeSet>",
                        "</databaseChangeLog>")
                .log(
                        "more/3.json",
                        "{ \"databaseChangeLog\": [",
                        "  { \"changeSet\": {",
                        "      \"id\": \"in-json\", \"author\": \"me\",",
                        "      \"changes\": [",
                        "        { \"loadData\": { \"tableName\": \"b\", \"file\": \"b.csv\",",
                        "            \"relativeToChangelogFile\": true, \"usePreparedStatements\": false,",
                        "            \"columns\": [ { \"column\": { \"name\": \"i\", \"type\": \"NUMERIC\" } } ] } }",
                        "      ],",
                        "      \"rollback\": [ { \"sql\": { \"sql\": \"DELETE FROM b\" } } ]",
                        "  } }",
                        "] }")
                .log("more/b.csv", "i", "5", "6");
    }

    @Test
    void all_formats_are_read_in_the_order_of_their_includes_with_file_and_line() {
        allFormats();

        assertThat(project.migrations())
                .extracting(Migration::version)
                .containsExactly("in-sql", "in-sql-too", "in-xml", "in-json", "in-yaml");
        assertThat(project.migrations())
                .extracting(migration ->
                        migration.script().name() + ":" + migration.script().firstLine())
                .containsExactly(
                        "in-sql in one.sql:3",
                        "in-sql-too in one.sql:10",
                        "in-xml in 2.xml:4",
                        "in-json in 3.json:2",
                        "in-yaml in db.changelog-master.yaml:8");
        assertThat(project.migrations()).extracting(Migration::wayBack).satisfies(ways -> {
            assertThat(ways.get(0)).isInstanceOf(WayBack.Written.class);
            assertThat(ways.get(1)).isInstanceOf(WayBack.DeclaredEmpty.class);
            assertThat(ways.get(2)).isInstanceOf(WayBack.Derived.class);
            assertThat(ways.get(3)).isInstanceOf(WayBack.Written.class);
        });
        assertThat(project.migration("in-sql").script().path())
                .isEqualTo(base.resolve("src/main/resources/db/changelog/one.sql"));
        assertThat(project.migration("in-sql").script().text()).doesNotContain("DELETE");
        assertThat(Objects.requireNonNull(project.migration("in-sql").undo())
                        .text()
                        .strip())
                .isEqualTo("DELETE FROM a;\n           DROP TABLE a;");
        assertThat(project.migration("in-xml").description()).isEqualTo("Another table");
        assertThat(project.migration("in-xml").id().key()).isEqualTo("db/changelog/more/2.xml::in-xml::me");
    }

    @Test
    void one_goes_up_down_and_up_again_and_its_statements_are_told_with_their_lines() {
        allFormats();

        assertThat(project.up("in-sql")).isNull();
        assertThat(project.places()).containsExactly("in-sql in one.sql:4 CREATE", "in-sql in one.sql:5 INSERT");
        assertThat(project.history()).containsExactly("in-sql");
        assertThat(project.down("in-sql")).isNull();
        assertThat(project.places())
                .containsExactly("rollback of in-sql in one.sql:7 DELETE", "rollback of in-sql in one.sql:8 DROP");
        assertThat(project.tables()).isEmpty();
        assertThat(project.history()).isEmpty();
        assertThat(project.up("in-xml")).isNull();
        assertThat(project.history()).containsExactly("in-sql", "in-sql-too", "in-xml");
        assertThat(project.places()).endsWith("in-xml in 2.xml:6 CREATE", "in-xml in 2.xml:7 CREATE");
        assertThat(project.down("in-xml")).isNull();
        assertThat(project.places()).containsExactly("in-xml in 2.xml:4 DROP", "in-xml in 2.xml:4 DROP");
        assertThat(project.down("in-sql-too")).isNull();
        assertThat(project.statements).isEmpty();
        assertThat(project.history()).containsExactly("in-sql");
        assertThat(project.up("in-yaml")).isNull();
        assertThat(project.places())
                .endsWith(
                        "in-json in 3.json:5 INSERT",
                        "in-yaml in db.changelog-master.yaml:12 ALTER",
                        "in-yaml in db.changelog-master.yaml:17 UPDATE");
        assertThat(project.ask("SELECT i FROM b ORDER BY i")).containsExactly("5", "6");
        assertThat(project.notMeasured).isEmpty();
    }

    @Test
    void a_way_back_that_does_not_exist_is_none_and_is_never_tried() {
        project.sql("--changeset me:1", "CREATE TABLE a (i int);");

        assertThat(project.migration("1").wayBack()).isEqualTo(new WayBack.None());
        assertThat(project.up("1")).isNull();
        assertThatThrownBy(() -> project.down("1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(project.migration("1").withoutWayBack()).isEqualTo("there is no rollback");
    }

    @Test
    void what_a_precondition_passes_over_is_not_measured_and_not_taken_back() {
        project.sql(
                "--changeset me:1",
                "CREATE TABLE a (i int);",
                "--rollback DROP TABLE a;",
                "--changeset me:2",
                "--preconditions onFail:MARK_RAN",
                "--precondition-sql-check expectedResult:0 SELECT count(*) FROM pg_class WHERE relname = 'a'",
                "CREATE TABLE b (i int);",
                "--rollback DROP TABLE b;",
                "--changeset me:3",
                "--preconditions onFail:CONTINUE",
                "--precondition-sql-check expectedResult:0 SELECT count(*) FROM pg_class WHERE relname = 'a'",
                "CREATE TABLE c (i int);",
                "--rollback DROP TABLE c;");

        assertThat(project.up("2")).isNull();
        assertThat(project.notMeasured)
                .singleElement()
                .asString()
                .startsWith("the up of change set 2: it did not run, but was marked as ran by its precondition: ");
        assertThat(project.down("2")).isNull();
        assertThat(project.notMeasured)
                .singleElement()
                .asString()
                .contains("the rollback of change set 2: the change set was marked as ran and did not run");
        assertThat(project.up("3")).isNull();
        assertThat(project.notMeasured).singleElement().asString().contains("was skipped by its precondition");
        assertThat(project.down("3")).isNull();
        assertThat(project.notMeasured).singleElement().asString().contains("has not run here");
        assertThat(project.tables()).containsExactly("a");
    }

    @Test
    void what_runs_outside_a_transaction_and_what_runs_always_are_counted_once() {
        project.sql(
                "--changeset me:1 runAlways:true",
                "CREATE TABLE IF NOT EXISTS a (i int);",
                "--rollback DROP TABLE a;",
                "--changeset me:2 runInTransaction:false",
                "CREATE INDEX CONCURRENTLY a_i ON a (i);",
                "--rollback DROP INDEX CONCURRENTLY a_i;");

        assertThat(project.up("1")).isNull();
        assertThat(project.up("2")).isNull();
        assertThat(project.places()).containsExactly("2 in db.changelog-master.sql:6 CREATE");
        assertThat(project.migration("2").transactional()).isFalse();
        assertThat(project.migration("1").transactional()).isTrue();
        assertThat(project.down("2")).isNull();
        assertThat(project.places()).containsExactly("rollback of 2 in db.changelog-master.sql:7 DROP");
        assertThat(project.runner().head(project.source())).isNull();
        assertThat(project.history()).containsExactly("1", "2");
    }

    @Test
    void a_change_of_the_projects_own_code_is_run_and_told() {
        project.log(
                "db.changelog-master.xml",
                HEAD,
                "  <changeSet id=\"1\" author=\"me\"><createTable tableName=\"a\"><column name=\"i\" type=\"int\"/>"
                        + "</createTable></changeSet>",
                "  <changeSet id=\"2\" author=\"me\">",
                "    <customChange class=\"" + AddsRows.class.getName() + "\"/>",
                "  </changeSet>",
                "</databaseChangeLog>");

        assertThat(project.up("2")).isNull();
        assertThat(project.places()).endsWith("2 in db.changelog-master.xml:4 INSERT");
        assertThat(project.down("2")).isNull();
        assertThat(project.ask("SELECT i FROM a")).isEmpty();
        assertThat(project.runner().forget()).isFalse();
        assertThat(project.runner().fresh()).isNotSameAs(project.runner());
    }

    @Test
    void a_failure_says_what_it_means_and_where_the_server_points() {
        project.sql(
                "--changeset me:1",
                "CREATE TABLE a (i int);",
                "INSERT INTO a VALUES (1), (1);",
                "--rollback DROP TABLE a;",
                "--changeset me:2",
                "CREATE UNIQUE INDEX a_i ON a (i);",
                "--rollback DROP INDEX a_i;",
                "--changeset me:3",
                "-- a comment",
                "INSERT INTO a",
                "  SELECT nothing",
                "  FROM a;");

        assertThat(project.up("1")).isNull();
        RunFailure duplicate = Objects.requireNonNull(project.up("2"));
        assertThat(duplicate.kind()).isEqualTo(Fault.Kind.DUPLICATE_ROWS);
        assertThat(duplicate.script()).isEqualTo("2 in db.changelog-master.sql");
        assertThat(duplicate.line()).isEqualTo(7);
        project.execute("DELETE FROM a");
        RunFailure wrong = Objects.requireNonNull(project.up("3"));
        assertThat(wrong.sqlState()).isEqualTo("42703");
        assertThat(wrong.line()).isEqualTo(12);
        assertThat(project.history()).containsExactly("1", "2");
    }

    @Test
    void the_history_says_what_is_applied_and_a_lock_that_is_left_is_given_back_by_a_repair() throws Exception {
        project.sql(
                "--changeset me:1",
                "CREATE TABLE a (i int);",
                "--rollback DROP TABLE a;",
                "--changeset me:2",
                "CREATE TABLE b (i int);",
                "--rollback DROP TABLE b;");
        MigrationRunner runner = project.runner();

        assertThat(runner.state(project.source(), project.migration("1"))).isEqualTo(RunState.PENDING);
        assertThat(project.up("1")).isNull();
        assertThat(runner.state(project.source(), project.migration("1"))).isEqualTo(RunState.APPLIED);
        assertThat(runner.applied(project.source(), "2").missing()).containsExactly("2");
        project.execute("UPDATE databasechangeloglock SET locked = true, lockgranted = now(), lockedby = 'somebody'");
        assertThat(runner.state(project.source(), project.migration("2"))).isEqualTo(RunState.FAILED);
        assertThat(project.up("2"))
                .isNotNull()
                .extracting(RunFailure::message)
                .asString()
                .contains("held by somebody");
        assertThat(runner.repair(project.source())).isNull();
        assertThat(project.up("2")).isNull();
        assertThat(runner.applied(project.source(), "1").beyond()).containsExactly("2");
        assertThat(runner.ownTables())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("public.databasechangelog", "public.databasechangeloglock");
    }

    @Test
    void contexts_labels_parameters_and_schemas_are_those_of_the_project() {
        project.sql(
                        "--changeset me:1 context:prod labels:big",
                        "CREATE TABLE ${name} (i int);",
                        "--rollback DROP TABLE ${name};",
                        "--changeset me:2 context:test",
                        "CREATE TABLE not_here (i int);",
                        "--changeset me:3 labels:small",
                        "CREATE TABLE not_here (i int);",
                        "--changeset me:4 dbms:oracle",
                        "CREATE TABLE not_here (i int);")
                .file("liquibase.properties", "contexts: test", "parameter.name: a", "liquibase.labelFilter: big")
                .says("liquibase.contexts", "prod")
                .says("liquibase.changelogSchemaName", "meta")
                .says("liquibase.databaseChangeLogTableName", "My_Log");
        project.execute("CREATE SCHEMA meta");

        assertThat(project.migrations()).extracting(Migration::version).containsExactly("1");
        assertThat(project.up("1")).isNull();
        assertThat(project.tables()).containsExactly("a");
        assertThat(project.places()).containsExactly("1 in db.changelog-master.sql:2 CREATE");
        assertThat(project.ask("SELECT id FROM meta.my_log")).containsExactly("1");
        assertThat(project.runner().ownTables())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("meta.my_log", "meta.databasechangeloglock");
    }

    @Test
    void what_is_said_to_a_rehearsal_in_a_comment_of_liquibases_changes_no_checksum() {
        String next = "  <changeSet id=\"2\" author=\"me\"><sql>SELECT 1</sql><rollback/></changeSet>";
        project
                .log(
                        "db.changelog-master.xml",
                        HEAD,
                        "  <include file=\"a.sql\" relativeToChangelogFile=\"true\"/>",
                        "  <changeSet id=\"1\" author=\"me\"><createTable tableName=\"a\"><column name=\"i\" type=\"int\"/>"
                                + "</createTable></changeSet>",
                        next,
                        "</databaseChangeLog>")
                .log("a.sql", "--liquibase formatted sql", "--changeset me:0", "CREATE TABLE z (i int);");
        assertThat(project.up("1")).isNull();

        project.log(
                        "db.changelog-master.xml",
                        HEAD,
                        "  <include file=\"a.sql\" relativeToChangelogFile=\"true\"/>",
                        "  <changeSet id=\"1\" author=\"me\"><!-- rehearsal: allow lock-queue — why -->",
                        "    <comment>rehearsal: allow lock-too-long — why</comment>",
                        "    <createTable tableName=\"a\"><column name=\"i\" type=\"int\"/></createTable></changeSet>",
                        next,
                        "</databaseChangeLog>")
                .log(
                        "a.sql",
                        "--liquibase formatted sql",
                        "--changeset me:0",
                        "--comment rehearsal: allow lock-queue — why",
                        "CREATE TABLE z (i int);")
                .again();
        assertThat(project.up("2")).isNull();
        assertThat(project.history()).containsExactly("0", "1", "2");

        // in formatted SQL, a comment of SQL is a part of what Liquibase knows a change set by
        project.log(
                        "a.sql",
                        "--liquibase formatted sql",
                        "--changeset me:0",
                        "-- rehearsal: irreversible — why",
                        "CREATE TABLE z (i int);")
                .again();
        assertThat(project.up("2"))
                .isNotNull()
                .extracting(RunFailure::message)
                .asString()
                .contains("a.sql::0::me was");
    }

    @Test
    void two_at_once_do_not_wait_for_each_other() throws Exception {
        allFormats();
        MigrationRunner runner = project.runner();
        List<DataSource> databases = List.of(
                TestPostgres.connect(TestPostgres.freshDatabase()), TestPostgres.connect(TestPostgres.freshDatabase()));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<RunFailure>>> both = new ArrayList<>();
            for (DataSource database : databases) {
                both.add(threads.submit(() -> rounds(runner, database)));
            }
            for (Future<List<RunFailure>> one : both) {
                assertThat(one.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<RunFailure> rounds(MigrationRunner runner, DataSource database) {
        List<RunFailure> failures = new ArrayList<>();
        List<Migration> all = runner.history().migrations();
        for (int round = 0; round < 2; round++) {
            for (Migration migration : all) {
                add(failures, runner.up(database, migration, RunEvents.NONE));
            }
            for (int i = all.size() - 1; i >= 0; i--) {
                add(failures, runner.down(database, all.get(i), RunEvents.NONE));
            }
        }
        return failures;
    }

    private static void add(List<RunFailure> failures, @org.jspecify.annotations.Nullable RunFailure failure) {
        if (failure != null) {
            failures.add(failure);
        }
    }

    @Test
    void a_changelog_that_cannot_be_read_is_named_with_its_line() {
        project.log("db.changelog-master.xml", HEAD, "  <changeSet id=\"1\" author=\"me\">", "</x>");
        assertThatThrownBy(project::runner)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("db/changelog/db.changelog-master.xml:3");

        LiquibaseProject yaml = new LiquibaseProject(base.resolve("yaml"))
                .log("db.changelog-master.yaml", "databaseChangeLog:", "  - changeSet:", "      id: [1");
        assertThatThrownBy(yaml::runner).hasMessageMatching("(?s).*db/changelog/db.changelog-master.yaml:[34].*");

        LiquibaseProject sql = new LiquibaseProject(base.resolve("sql"))
                .sql("--changeset me:1", "SELECT 1;", "--changeset nobody", "SELECT 1;");
        assertThatThrownBy(sql::runner).hasMessageContaining("db/changelog/db.changelog-master.sql:4");

        LiquibaseProject unknown = new LiquibaseProject(base.resolve("unknown"))
                .log(
                        "db.changelog-master.yaml",
                        "databaseChangeLog:",
                        "  - changeSet:",
                        "      id: 1",
                        "      author: me",
                        "      changes:",
                        "        - createTabel: { tableName: a }");
        assertThatThrownBy(unknown::runner).hasMessageContaining("createTabel");

        LiquibaseProject folder = new LiquibaseProject(base.resolve("folder"))
                .sql("--changeset me:1", "SELECT 1;")
                .says("liquibase.changeLogFile", "db/changelog");
        assertThatThrownBy(folder::runner).hasMessageContaining("db/changelog is a folder");
    }

    @Test
    void what_stands_in_a_changelog_can_be_looked_at_without_a_database() {
        allFormats();

        assertThat(project.runner().statements().values().stream()
                        .flatMap(script -> script.statements().stream())
                        .map(RunStatement::script))
                .contains("in-sql in one.sql", "rollback of in-sql in one.sql", "in-xml in 2.xml");
    }
}
