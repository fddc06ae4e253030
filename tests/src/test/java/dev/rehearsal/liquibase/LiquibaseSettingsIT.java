package dev.rehearsal.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
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

    @Test
    void what_spring_says_is_followed_and_what_is_stronger_wins() throws Exception {
        project.file(
                        "src/main/resources/application.yml",
                        "app: {schema: shop}",
                        "spring:",
                        "  liquibase:",
                        "    change-log: classpath:/db/own.sql",
                        "    contexts: [ prod, eu ]",
                        "    label-filter: big",
                        "    default-schema: ${app.schema}",
                        "    liquibase-schema: meta",
                        "    database-change-log-table: app_log",
                        "    database-change-log-lock-table: app_lock",
                        "    parameters: { name: a, my-type: bigint }",
                        "    tag: v1",
                        "    show-summary: off",
                        "---",
                        "spring.config.activate.on-profile: test",
                        "spring.liquibase.drop-first: true")
                .file(
                        "src/main/resources/db/own.sql",
                        "--liquibase formatted sql",
                        "--changeset me:1 context:prod labels:big",
                        "CREATE TABLE ${name} (i ${my-type});",
                        "--rollback DROP TABLE ${name};",
                        "--changeset me:2 context:us",
                        "CREATE TABLE not_here ();",
                        "--changeset me:3 context:eu labels:small",
                        "CREATE TABLE not_here ();")
                .file("liquibase.properties", "databaseChangeLogTableName: stronger_log");
        project.execute("CREATE SCHEMA shop");
        project.execute("CREATE SCHEMA meta");

        assertThat(project.migrations()).extracting(Migration::version).containsExactly("1");
        assertApplied();
        assertThat(project.ask("SELECT data_type FROM information_schema.columns WHERE table_schema = 'shop'"))
                .containsExactly("bigint");
        assertThat(project.runner().ownTables())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("meta.stronger_log", "meta.app_lock");
        assertThat(project.runner().notes())
                .singleElement()
                .asString()
                .contains("liquibase.tag (src/main/resources/application.yml) has no effect");
    }

    @Test
    void what_cannot_be_followed_of_spring_is_said() {
        project.file(
                "src/main/resources/application.properties",
                "spring.liquibase.contexts=${NOBODY_SAYS_THIS}",
                "spring.profiles.active=prod");

        assertThat(project.runner().notes())
                .hasSize(2)
                .anySatisfy(note -> assertThat(note)
                        .contains("spring.liquibase.contexts", "application.properties:1", "liquibase.contexts"))
                .anySatisfy(note -> assertThat(note).contains("rehearsal.springProfiles=prod"));
    }

    @Test
    void an_application_that_drops_everything_first_is_refused_where_its_profile_is_asked_for() {
        project.file("src/main/resources/application-dev.properties", "spring.liquibase.drop-first=true");

        assertThat(project.migrations()).hasSize(1);
        LiquibaseProject asked = project.set("springProfiles", "dev").again();
        assertThatThrownBy(asked::runner)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("spring.liquibase.drop-first=true")
                .hasMessageContaining("application-dev.properties");
    }

    @Test
    void where_the_application_does_not_run_liquibase_nothing_else_that_it_says_counts() {
        project.file(
                "src/main/resources/application.yml",
                "spring.liquibase: { enabled: false, contexts: never, change-log: 'classpath:gone.xml' }");

        assertThat(project.migrations()).extracting(Migration::version).containsExactly("1");
        assertThat(project.runner().notes()).singleElement().asString().contains("enabled=false");
    }

    @Test
    void the_database_is_the_one_that_spring_names_for_liquibase_and_not_the_applications() {
        project.file(
                "src/main/resources/application.yml",
                "spring:",
                "  datasource: { url: 'jdbc:postgresql://app/db' }",
                "  liquibase: { url: 'jdbc:postgresql://db/shop', user: '${WHO:ada}', password: secret }");

        assertThat(new LiquibaseRunnerFactory().database(project.seen())).hasValueSatisfying(address -> {
            assertThat(address.url()).isEqualTo("jdbc:postgresql://db/shop");
            assertThat(address.user()).isEqualTo("ada");
        });
        project.file("src/main/resources/application.yml", "spring.datasource.url: 'jdbc:postgresql://app/db'");
        assertThat(new LiquibaseRunnerFactory().database(project.seen())).isEmpty();
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
