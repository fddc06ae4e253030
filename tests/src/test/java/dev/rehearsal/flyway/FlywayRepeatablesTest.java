package dev.rehearsal.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.RunFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlywayRepeatablesTest {
    @TempDir
    private Path base;

    private TestProject project;

    @BeforeEach
    void makeProject() {
        project = new TestProject(base)
                .script("V1__a.sql", "CREATE TABLE a (i int);")
                .script("V2__b.sql", "CREATE TABLE b (i int);")
                .script("U2__b.sql", "DROP TABLE b CASCADE;")
                .script("V3__c.sql", "CREATE TABLE c (i int);")
                .script("R__a_view.sql", "CREATE OR REPLACE VIEW av AS SELECT i FROM a;")
                .script("R__b_view.sql", "CREATE OR REPLACE VIEW bv AS SELECT i FROM b;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void a_repeatable_is_applied_with_the_first_version_that_it_fits(String group) {
        project.set("flyway.group", group);

        assertThat(project.up("1")).isNull();
        assertThat(views()).containsExactly("av");
        assertThat(project.applied()).containsExactly("1,1,V1__a.sql,t", "2,null,R__a_view.sql,t");

        assertThat(project.up("2")).isNull();
        assertThat(views()).containsExactly("av", "bv");
        assertThat(project.ended).containsExactly("V2__b.sql:1", "R__b_view.sql:1");
    }

    @Test
    void a_repeatable_that_went_down_with_its_version_comes_up_again() {
        project.up("1");
        List<String> before = project.applied();
        project.up("2");

        assertThat(project.down("2")).isNull();
        assertThat(views()).containsExactly("av");
        assertThat(project.applied()).isEqualTo(before);

        assertThat(project.up("2")).isNull();
        assertThat(views()).containsExactly("av", "bv");
    }

    @Test
    void a_script_that_does_not_fit_is_not_tried_in_vain() {
        project.up("1");
        assertThat(project.ended).contains("R__b_view.sql:1 failed");

        TestProject other = new TestProject(base)
                .script("V1.1__other.sql", "CREATE TABLE other ();")
                .script("V1.2__more.sql", "CREATE TABLE more ();");
        other.up("1");
        other.up("1.1");
        assertThat(other.ended).containsExactly("V1.1__other.sql:1");
        other.up("2");
        assertThat(other.ended).containsExactly("V1.2__more.sql:1", "V2__b.sql:1", "R__b_view.sql:1");
    }

    @Test
    void a_repeatable_that_fails_at_the_newest_version_is_a_failure() {
        project.script("R__broken.sql", "SELECT 1;", "CREATE VIEW x AS SELECT * FROM nowhere;");

        assertThat(project.up("1")).isNull();
        assertThat(project.up("2")).isNull();
        RunFailure failure = project.up("3");

        assertThat(failure).isNotNull();
        assertThat(failure.script()).isEqualTo("R__broken.sql");
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.sqlState()).isEqualTo("42P01");
    }

    @Test
    void a_repeatable_outside_a_transaction_waits_for_the_newest_version() {
        project.script("R__vacuum.sql", "VACUUM a;");

        assertThat(project.up("1")).isNull();
        assertThat(project.applied()).noneMatch(row -> row.contains("R__vacuum"));
        assertThat(project.up("3")).isNull();
        assertThat(project.applied()).anyMatch(row -> row.contains("R__vacuum"));
    }

    @Test
    void a_failing_migration_is_a_failure_whatever_the_repeatables_do() {
        project.script("V2__b.sql", "CREATE TABLE b (i nonsense);");

        assertThat(project.up("2")).isNotNull().extracting(RunFailure::script).isEqualTo("V2__b.sql");
    }

    private List<String> views() {
        return project.rows("SELECT viewname FROM pg_views WHERE schemaname = 'public' ORDER BY 1");
    }
}
