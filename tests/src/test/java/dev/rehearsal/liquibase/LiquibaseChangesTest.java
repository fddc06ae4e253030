package dev.rehearsal.liquibase;

import static dev.rehearsal.liquibase.LiquibaseProject.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.Severity;
import dev.rehearsal.selection.Selection;
import dev.rehearsal.selection.Selector;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merge request changes is told by change set, held against git. */
class LiquibaseChangesTest {
    private static final List<String> MASTER = List.of(
            HEAD,
            "  <include file=\"orders.sql\" relativeToChangelogFile=\"true\"/>",
            "  <include file=\"users.sql\" relativeToChangelogFile=\"true\"/>",
            "  <changeSet id=\"xml\" author=\"me\">",
            "    <createTable tableName=\"x\"><column name=\"i\" type=\"int\"/></createTable>",
            "  </changeSet>",
            "</databaseChangeLog>");
    private static final List<String> ORDERS = List.of(
            "--liquibase formatted sql",
            "--changeset me:orders",
            "CREATE TABLE orders (i int);",
            "--rollback DROP TABLE orders;",
            "--changeset me:view runOnChange:true",
            "CREATE OR REPLACE VIEW v AS SELECT i FROM orders;",
            "--rollback DROP VIEW v;");
    private static final List<String> USERS = List.of(
            "--liquibase formatted sql",
            "--changeset me:users",
            "CREATE TABLE users (i int);",
            "--rollback DROP TABLE users;",
            "--changeset me:stays",
            "CREATE TABLE stays (i int);",
            "--rollback DROP TABLE stays;");

    @TempDir
    private Path base;

    private LiquibaseProject project;

    @BeforeEach
    void commit() throws Exception {
        project = new LiquibaseProject(base);
        log("db.changelog-master.xml", MASTER);
        log("orders.sql", ORDERS);
        log("users.sql", USERS);
        project.commitOnMain();
    }

    private void log(String name, List<String> lines, String... more) {
        List<String> all = new java.util.ArrayList<>(lines);
        all.addAll(List.of(more));
        project.log(name, all.toArray(new String[0]));
    }

    private void log(String name, List<String> lines, java.util.function.UnaryOperator<String> edited) {
        project.log(name, lines.stream().map(edited).toArray(String[]::new));
    }

    @Test
    void nothing_is_chosen_where_nothing_has_changed_but_blanks() {
        log("users.sql", USERS, line -> line.replace("TABLE users", "TABLE  users"));

        assertThat(chosen()).isEmpty();
        assertThat(since().findings()).isEmpty();
    }

    @Test
    void what_is_said_to_a_rehearsal_in_a_comment_of_liquibases_is_no_edit() {
        log(
                "users.sql",
                USERS,
                line -> line.equals("CREATE TABLE users (i int);")
                        ? "--comment rehearsal: allow lock-too-long — at night\n" + line
                        : line);
        log(
                "db.changelog-master.xml",
                MASTER,
                line -> line.contains("<createTable")
                        ? "<!-- rehearsal: irreversible — why -->\n<comment>rehearsal: allow lock-queue — so</comment>\n"
                                + line
                        : line);

        assertThat(chosen()).isEmpty();
    }

    @Test
    void a_new_one_at_the_end_is_chosen_alone_whatever_else_is_in_its_file() {
        log("users.sql", USERS, "--changeset me:late", "SELECT 1;", "--rollback empty");
        log(
                "db.changelog-master.xml",
                MASTER,
                line -> line.contains("id=\"xml\"") ? line.replace("xml", "xml2") : line);

        assertThat(chosen()).containsExactly("late", "xml2");
        assertThat(rules())
                .containsExactly(tuple("migration-removed", Severity.ERROR, "xml in db.changelog-master.xml"));
    }

    @Test
    void in_the_middle_of_an_include_a_new_one_is_applied_late_which_is_a_warning() {
        log("orders.sql", ORDERS, "--changeset me:late", "SELECT 1;", "--rollback empty");

        assertThat(chosen()).containsExactly("late");
        assertThat(since().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("version-out-of-order");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message())
                    .startsWith("New is change set late, but main already has change set xml:")
                    .contains("Liquibase applies the new one after it, so in another order than here");
        });
    }

    @Test
    void an_edited_one_is_an_error_and_an_edited_rollback_is_not() {
        log(
                "users.sql",
                USERS,
                line -> line.replace("TABLE users (i int)", "TABLE users (i bigint)")
                        .replace("DROP TABLE stays", "DROP TABLE IF EXISTS stays"));

        assertThat(chosen()).containsExactly("users", "stays");
        assertThat(rules()).containsExactly(tuple("migration-changed", Severity.ERROR, "users in users.sql"));
        assertThat(since().findings().get(0).message())
                .contains("Liquibase refuses to go on, since its checksum is another");
    }

    @Test
    void what_runs_again_when_it_changes_may_change_and_what_is_told_to_be_valid_too() {
        log("orders.sql", ORDERS, line -> line.replace("SELECT i FROM", "SELECT i + 1 AS i FROM"));
        log(
                "users.sql",
                USERS,
                line -> line.equals("CREATE TABLE stays (i int);")
                        ? "--validCheckSum: ANY\nCREATE TABLE stays (i bigint);"
                        : line);

        assertThat(chosen()).containsExactly("view", "stays");
        assertThat(since().findings()).isEmpty();
        assertThat(since().why().changed())
                .anySatisfy(changed -> assertThat(changed)
                        .contains("view in orders.sql (changed: Liquibase runs it again over what it was"))
                .anySatisfy(changed ->
                        assertThat(changed).contains("stays in users.sql (changed: its validCheckSum lets it"));
    }

    @Test
    void one_that_moved_to_another_file_is_a_new_one_and_is_told_where_it_was() {
        log("users.sql", USERS.subList(0, 4));
        log("orders.sql", ORDERS, USERS.subList(4, 7).toArray(new String[0]));

        assertThat(chosen()).containsExactly("stays");
        assertThat(since().why().changed())
                .first()
                .asString()
                .contains("stays in orders.sql (new: it was in users.sql");
        assertThat(rules()).extracting(tuple -> tuple.toList().get(0)).containsExactly("version-out-of-order");
    }

    @Test
    void one_that_moved_and_still_bears_its_files_name_is_the_same() {
        log("users.sql", USERS.subList(0, 4));
        log(
                "db.changelog-master.xml",
                MASTER,
                line -> line.contains("users.sql")
                        ? line + "\n  <include file=\"moved.sql\" relativeToChangelogFile=\"true\"/>"
                        : line);
        List<String> moved =
                new java.util.ArrayList<>(List.of("--liquibase formatted sql logicalFilePath:db/changelog/users.sql"));
        moved.addAll(USERS.subList(4, 7));
        log("moved.sql", moved);

        assertThat(chosen()).isEmpty();
        assertThat(since().findings()).isEmpty();
    }

    @Test
    void of_springs_files_what_they_say_of_liquibase_counts_and_nothing_else() {
        project.file("src/main/resources/application.yml", "server.port: 8080");
        assertThat(chosen()).isEmpty();

        project.file("src/main/resources/application.yml", "spring.liquibase.contexts: prod");
        assertThat(chosen()).hasSize(5);
        assertThat(since().why().changed())
                .singleElement()
                .asString()
                .contains("application.yml (changed: spring.liquibase.contexts)");
    }

    private List<String> chosen() {
        return since().migrations().stream().map(Migration::version).toList();
    }

    private List<org.assertj.core.groups.Tuple> rules() {
        return since().findings().stream()
                .map(finding -> tuple(finding.rule(), finding.severity(), finding.file()))
                .toList();
    }

    private Selection since() {
        return Selector.since(base, "main").select(project.again().runner());
    }
}
