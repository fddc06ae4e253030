package dev.rehearsal.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunState;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project says of Liquibase is done, on a real server. */
class LiquibaseSettingsIT {
    @TempDir
    private Path base;

    private LiquibaseProject project;

    @BeforeEach
    void makeProject() {
        project = new LiquibaseProject(base)
                .sql("--changeset me:1", "CREATE TABLE a (i int);", "--rollback DROP TABLE a;");
    }

    @Test
    void its_own_tables_are_found_under_the_names_that_liquibase_gives_them_here() throws Exception {
        project.says("liquibase.databaseChangeLogTableName", "My_Log")
                .says("liquibase.databaseChangeLogLockTableName", "MY_LOCK")
                .says("liquibase.liquibaseSchemaName", "Meta");
        project.execute("CREATE SCHEMA \"Meta\"");

        assertApplied();
        assertThat(project.runner().ownTables())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("Meta.my_log", "Meta.my_lock");
        project.execute("UPDATE \"Meta\".my_lock SET locked = true");
        assertThat(project.runner().state(project.source(), project.migration("1")))
                .isEqualTo(RunState.FAILED);
    }

    @Test
    void so_are_those_in_a_schema_of_capital_letters() throws Exception {
        project.says("liquibase.databaseChangeLogTableName", "MY_LOG").says("liquibase.liquibaseSchemaName", "META");
        project.execute("CREATE SCHEMA meta");

        assertApplied();
        assertThat(project.runner().ownTables())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("meta.my_log", "meta.databasechangeloglock");
    }

    private void assertApplied() throws Exception {
        MigrationRunner runner = project.runner();
        assertThat(project.up("1")).isNull();
        assertThat(runner.state(project.source(), project.migration("1"))).isEqualTo(RunState.APPLIED);
        assertThat(runner.applied(project.source(), "1").missing()).isEmpty();
        assertThat(project.ask("SELECT table_schema || '.' || table_name FROM information_schema.tables"
                        + " WHERE table_name LIKE '%log' ORDER BY 1"))
                .isEqualTo(runner.ownTables().stream()
                        .map(Object::toString)
                        .filter(name -> name.endsWith("log"))
                        .toList());
    }
}
