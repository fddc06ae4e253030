package dev.rehearsal.liquibase;

import static dev.rehearsal.liquibase.LiquibaseProject.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rehearsal.migration.Assumption;
import dev.rehearsal.migration.Directive;
import dev.rehearsal.migration.HistoryProblem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a changelog says to a rehearsal, in each of Liquibase's formats. */
class LiquibaseDirectivesTest {
    @TempDir
    private Path base;

    private LiquibaseProject project;

    @BeforeEach
    void makeProject() {
        project = new LiquibaseProject(base);
    }

    @Test
    void in_xml_it_is_a_comment_of_xml_or_of_the_change_set_or_of_its_sql() {
        project.log(
                "db.changelog-master.xml",
                HEAD,
                "  <changeSet id=\"1\" author=\"me\">",
                "    <!-- rehearsal: allow lock-too-long — at night -->",
                "    <comment>Users",
                "      rehearsal: assume CHECK (age &gt; 0) on users — looked</comment>",
                "    <!--",
                "      What comes next:",
                "      rehearsal: allow table-rewritten - small",
                "    -->",
                "    <createTable tableName=\"a\"><column name=\"i\" type=\"int\"/></createTable>",
                "    <sql><![CDATA[",
                "      -- rehearsal: allow drop-loses-data — archived",
                "      SELECT '<!-- rehearsal: allow nothing — this is a text -->'",
                "    ]]></sql>",
                "    <rollback>",
                "      <!-- rehearsal: allow undo-failed — one day -->",
                "      <dropTable tableName=\"a\"/>",
                "    </rollback>",
                "  </changeSet>",
                "</databaseChangeLog>");

        assertThat(directives())
                .extracting(Directive::rule, Directive::reason, Directive::script, Directive::line)
                .containsExactly(
                        tuple("lock-too-long", "at night", "1 in db.changelog-master.xml", 3),
                        tuple("assume", "looked", "1 in db.changelog-master.xml", 5),
                        tuple("table-rewritten", "small", "1 in db.changelog-master.xml", 8),
                        tuple("drop-loses-data", "archived", "1 in db.changelog-master.xml", 12),
                        tuple("undo-failed", "one day", "rollback of 1 in db.changelog-master.xml", 16));
        assertThat(Assumption.of(project.runner().history()))
                .extracting(Assumption::words)
                .containsExactly("CHECK (age > 0) on users");
    }

    @Test
    void in_yaml_and_json_too() {
        project
                .log(
                        "db.changelog-master.yaml",
                        "databaseChangeLog:",
                        "  - changeSet:",
                        "      # rehearsal: allow lock-too-long — at night",
                        "      id: 1",
                        "      author: me",
                        "      comment: |",
                        "        Users",
                        "        rehearsal: allow table-rewritten — small",
                        "      changes:",
                        "        - createTable: { tableName: a, columns: [ { column: { name: i, type: int } } ] } # rehearsal: irreversible — why not",
                        "      rollback:",
                        "        # rehearsal: allow undo-failed — one day",
                        "        - dropTable: { tableName: a }",
                        "  - include: { file: more.json, relativeToChangelogFile: true }")
                .log(
                        "more.json",
                        "{ \"databaseChangeLog\": [ { \"changeSet\": {",
                        "   \"id\": \"2\", \"author\": \"me\",",
                        "   \"comment\": \"rehearsal: assume UNIQUE (i) on a — looked\",",
                        "   \"changes\": [ { \"sql\": { \"sql\": \"SELECT 1\" } } ] } } ] }");

        assertThat(directives())
                .extracting(Directive::rule, Directive::script, Directive::line)
                .containsExactly(
                        tuple("lock-too-long", "1 in db.changelog-master.yaml", 3),
                        tuple("table-rewritten", "1 in db.changelog-master.yaml", 8),
                        tuple("irreversible", "1 in db.changelog-master.yaml", 10),
                        tuple("undo-failed", "rollback of 1 in db.changelog-master.yaml", 12),
                        tuple("assume", "2 in more.json", 3));
    }

    @Test
    void in_formatted_sql_each_is_read_once() {
        project.sql(
                "--changeset me:1",
                "--comment rehearsal: allow table-rewritten — small",
                "-- rehearsal: allow lock-too-long — at night",
                "SELECT 1;",
                "--rollback empty");

        assertThat(directives())
                .extracting(Directive::rule, Directive::line)
                .containsExactly(tuple("table-rewritten", 3), tuple("lock-too-long", 4));
        assertThat(project.runner().history().problems()).isEmpty();
    }

    @Test
    void what_stands_in_no_change_set_is_an_error_with_its_file_and_line() {
        project
                .log(
                        "db.changelog-master.xml",
                        "<!-- rehearsal: allow lock-too-long — at night -->",
                        HEAD,
                        "  <include file=\"a.sql\" relativeToChangelogFile=\"true\"/>",
                        "  <include file=\"b.yaml\" relativeToChangelogFile=\"true\"/>",
                        "</databaseChangeLog>")
                .log(
                        "a.sql",
                        "--liquibase formatted sql",
                        "-- rehearsal: allow lock-too-long — at night",
                        "--changeset me:1",
                        "SELECT 1;")
                .log(
                        "b.yaml",
                        "databaseChangeLog:",
                        "  # rehearsal: allow lock-too-long — at night",
                        "  - changeSet: { id: 2, author: me, changes: [ { sql: { sql: SELECT 1 } } ] }");

        assertThat(directives()).isEmpty();
        assertThat(project.runner().history().problems())
                .extracting(HistoryProblem::file, HistoryProblem::line, HistoryProblem::fatal)
                .containsExactlyInAnyOrder(
                        tuple("db/changelog/db.changelog-master.xml", 1, true),
                        tuple("db/changelog/a.sql", 2, true),
                        tuple("db/changelog/b.yaml", 2, true));
        assertThat(project.runner().history().problems().get(0).message()).contains("stands in no change set");
    }

    private List<Directive> directives() {
        return project.migrations().stream()
                .flatMap(migration -> Directive.of(migration).stream())
                .toList();
    }
}
