package dev.rehearsal.flyway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.Script;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlywayHistoryTest {
    @TempDir
    private Path base;

    private TestProject project;

    @BeforeEach
    void makeProject() {
        project = new TestProject(base);
    }

    @Test
    void migrations_are_listed_in_flyways_order_with_their_undo_scripts() {
        project.script("V10__last.sql", "SELECT 10;")
                .script("V2__add_role.sql", "SELECT 2;")
                .script("V1_1__more.sql", "SELECT 1;")
                .script("U2__another_description.sql", "SELECT -2;")
                .script("undo/U10__undo_last.sql", "SELECT -10;");

        MigrationHistory history = project.runner().history();

        assertThat(history.migrations())
                .extracting(
                        Migration::version,
                        Migration::description,
                        migration -> migration.undo() == null
                                ? "none"
                                : migration.undo().name())
                .containsExactly(
                        tuple("1.1", "more", "none"),
                        tuple("2", "add role", "U2__another_description.sql"),
                        tuple("10", "last", "U10__undo_last.sql"));
        assertThat(history.problems()).isEmpty();
    }

    @Test
    void a_script_carries_its_path_and_its_text_without_a_byte_order_mark() {
        project.script("V1__init.sql", "\uFEFFSELECT 1");

        Script script = project.migration("1").script();

        assertThat(script.path()).isEqualTo(base.resolve("src/main/resources/db/migration/V1__init.sql"));
        assertThat(script.text()).isEqualTo("SELECT 1");
    }

    @Test
    void a_script_that_a_build_copied_is_named_by_its_source() {
        project.script("V1__init.sql", "SELECT 1;")
                .file("target/classes/db/migration/V1__init.sql", "SELECT 1;")
                .set("flyway.locations", "filesystem:target/classes/db/migration");

        assertThat(project.migration("1").script().path())
                .isEqualTo(base.resolve("src/main/resources/db/migration/V1__init.sql"));
    }

    @Test
    void without_locations_the_class_path_of_the_project_is_searched() throws IOException {
        project.script("V1__init.sql", "SELECT 1;")
                .script("V2__only_in_the_sources.sql", "SELECT 2;")
                .file("target/classes/db/migration/V1__init.sql", "SELECT 1;");
        URL[] output = {base.resolve("target/classes").toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(output, FlywayRunner.class.getClassLoader())) {
            FlywayRunner runner = FlywayRunner.of(FlywayProject.at(base).withClassLoader(loader));

            assertThat(runner.history().migrations())
                    .extracting(migration -> migration.script().path())
                    .containsExactly(base.resolve("src/main/resources/db/migration/V1__init.sql"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:db/vendor", "classpath:/db/vendor", "db/vendor"})
    void a_location_of_the_class_path_that_no_build_has_copied_is_that_of_the_sources(String location) {
        project.file("src/main/resources/db/vendor/V1__init.sql", "SELECT 1;").set("flyway.locations", location);

        assertThat(project.migration("1").script().path())
                .isEqualTo(base.resolve("src/main/resources/db/vendor/V1__init.sql"));
    }

    @Test
    void one_file_in_two_locations_is_a_problem_as_it_is_for_flyway() {
        project.script("V1__init.sql", "SELECT 1;")
                .file("target/classes/db/migration/V1__init.sql", "SELECT 1;")
                .set(
                        "flyway.locations",
                        "filesystem:target/classes/db/migration,filesystem:src/main/resources/db/migration");

        assertThat(project.runner().history().problems())
                .extracting(HistoryProblem::kind)
                .containsExactly(HistoryProblem.Kind.DUPLICATE_VERSION);
    }

    @Test
    void java_migrations_stand_between_the_scripts() {
        project.script("V1__init.sql", "SELECT 1;")
                .script("V3__more.sql", "SELECT 3;")
                .set(
                        "flyway.locations",
                        "filesystem:src/main/resources/db/migration,classpath:dev/rehearsal/flyway/java")
                .set("flyway.schemas", "public");

        assertThat(project.runner().history().migrations())
                .extracting(Migration::version, Migration::kind)
                .contains(
                        tuple("1", Migration.Kind.SQL),
                        tuple("2", Migration.Kind.JAVA),
                        tuple("3", Migration.Kind.SQL));
    }

    @Test
    void a_baseline_script_stands_for_everything_up_to_its_version() {
        project.script("V1__a.sql", "SELECT 1;")
                .script("U1__a.sql", "SELECT 1;")
                .script("V2__b.sql", "SELECT 2;")
                .script("B2__both.sql", "SELECT 2;")
                .script("V3__c.sql", "SELECT 3;");

        MigrationHistory history = project.runner().history();

        assertThat(history.migrations())
                .extracting(Migration::version, Migration::kind)
                .containsExactly(tuple("2", Migration.Kind.BASELINE), tuple("3", Migration.Kind.SQL));
        assertThat(history.problems()).isEmpty();
    }

    @Test
    void repeatables_are_listed_by_description() {
        project.script("V1__a.sql", "SELECT 1;").script("R__z.sql", "SELECT 1;").script("R__b.sql", "SELECT 1;");

        assertThat(project.runner().history().repeatables())
                .extracting(Script::name)
                .containsExactly("R__b.sql", "R__z.sql");
    }

    @Test
    void whether_a_migration_is_one_transaction_is_told_as_flyway_decides_it() {
        project.script("V1__a.sql", "CREATE TABLE t (i int);")
                .script("V2__index.sql", "CREATE INDEX CONCURRENTLY i ON t (i);")
                .script("V3__conf.sql", "SELECT 1;")
                .script("V3__conf.sql.conf", "executeInTransaction=false")
                .script("V4__enum.sql", "ALTER TYPE e ADD VALUE 'x'; SELECT 1;")
                .script("V5__not_parsed.sql", "SELECT '${nowhere}'");

        assertThat(project.runner().history().migrations())
                .extracting(Migration::transactional)
                .containsExactly(true, false, false, true, true);
    }

    @Test
    void two_migrations_of_one_version_are_a_problem() {
        project.script("V1__a.sql", "SELECT 1;").script("V1.0__b.sql", "SELECT 1;");

        assertThat(project.runner().history().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(HistoryProblem.Kind.DUPLICATE_VERSION);
            assertThat(problem.message()).contains("V1__a.sql", "V1.0__b.sql", "version 1");
            assertThat(problem.remedy()).contains("Rename one");
        });
    }

    @Test
    void two_undo_scripts_of_one_version_are_a_problem() {
        project.script("V1__a.sql", "SELECT 1;")
                .script("U1__a.sql", "SELECT 1;")
                .script("undo/U1__b.sql", "SELECT 1;");

        assertThat(project.runner().history().problems())
                .extracting(HistoryProblem::kind)
                .containsExactly(HistoryProblem.Kind.DUPLICATE_VERSION);
    }

    @Test
    void an_undo_script_without_a_migration_is_a_problem() {
        project.script("V1__a.sql", "SELECT 1;").script("U7__b.sql", "SELECT 1;");

        assertThat(project.runner().history().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(HistoryProblem.Kind.UNDO_WITHOUT_MIGRATION);
            assertThat(problem.file()).endsWith("U7__b.sql");
        });
    }

    @Test
    void a_file_that_flyway_would_pass_over_is_a_problem() {
        project.script("V1__a.sql", "SELECT 1;")
                .script("V2_single_underscore.sql", "SELECT 1;")
                .script("afterMigrate__grants.sql", "SELECT 1;")
                .script("beforeUndo.sql", "SELECT 1;")
                .script("README.md", "text");

        assertThat(project.runner().history().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(HistoryProblem.Kind.PASSED_OVER);
            assertThat(problem.message()).contains("V2_single_underscore.sql");
        });
    }

    @Test
    void a_file_of_another_encoding_is_a_problem() {
        project.script("V1__a.sql", "SELECT 1;")
                .file("src/main/resources/db/migration/V2__latin.sql", "SELECT 'é';", ISO_8859_1);

        assertThat(project.runner().history().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(HistoryProblem.Kind.WRONG_ENCODING);
            assertThat(problem.file()).endsWith("V2__latin.sql");
            assertThat(problem.remedy()).contains("flyway.encoding");
        });
    }

    @Test
    void a_file_of_the_configured_encoding_is_read() {
        project.file("src/main/resources/db/migration/V1__latin.sql", "SELECT 'é';", ISO_8859_1)
                .file("src/main/resources/db/migration/V2__utf.sql", "SELECT 'é';")
                .script("V2__utf.sql.conf", "encoding=UTF-8")
                .set("flyway.encoding", "ISO-8859-1");

        assertThat(project.runner().history().problems()).isEmpty();
        assertThat(project.migration("1").script().text()).isEqualTo("SELECT 'é';");
        assertThat(project.migration("2").script().text()).isEqualTo("SELECT 'é';");
    }

    @Test
    void prefixes_and_suffixes_are_the_projects() {
        project.script("M1-a.pgsql", "SELECT 1;")
                .script("Down1-a.pgsql", "SELECT 1;")
                .set("flyway.sqlMigrationPrefix", "M")
                .set("flyway.sqlMigrationSeparator", "-")
                .set("flyway.sqlMigrationSuffixes", ".sql,.pgsql")
                .set("flyway.undoSqlMigrationPrefix", "Down");

        assertThat(project.migration("1").undo()).isNotNull();
        assertThat(project.runner().history().problems()).isEmpty();
    }

    @Test
    void a_missing_location_is_named() {
        project.set("flyway.locations", "filesystem:nowhere");

        assertThatThrownBy(project::runner)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining(base.resolve("nowhere").toString())
                .hasMessageContaining("Correct flyway.locations");
    }

    @Test
    void a_missing_class_path_location_is_named() {
        project.set("flyway.locations", "classpath:nowhere");

        assertThatThrownBy(project::runner)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void no_location_at_all_is_told() {
        assertThatThrownBy(project::runner)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("no location is configured")
                .hasMessageContaining("flyway.locations");
    }

    @Test
    void an_empty_location_is_told() {
        project.script("README.md", "nothing yet");

        assertThatThrownBy(project::runner)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("There are no migrations")
                .hasMessageContaining("V1__init.sql");
    }

    @Test
    void overlapping_locations_give_each_file_once() {
        project.script("V1__a.sql", "SELECT 1;")
                .script("more/V2__b.sql", "SELECT 2;")
                .set(
                        "flyway.locations",
                        "filesystem:src/main/resources/db/migration,filesystem:src/main/resources/db/migration/more");

        assertThat(project.runner().history().migrations()).hasSize(2);
        assertThat(project.runner().history().problems()).isEmpty();
    }
}
