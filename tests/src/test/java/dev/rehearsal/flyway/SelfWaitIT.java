package dev.rehearsal.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class SelfWaitIT {
    private static final String SETUP = """
            CREATE TABLE t (i int NOT NULL, j text);
            CREATE INDEX ti ON t (i);
            CREATE TABLE p (i int NOT NULL) PARTITION BY RANGE (i);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE MATERIALIZED VIEW m AS SELECT i FROM t;
            CREATE UNIQUE INDEX mi ON m (i);
            CREATE SCHEMA other;
            CREATE PROCEDURE committing() LANGUAGE plpgsql AS 'BEGIN COMMIT; END';
            """;

    @TempDir
    private Path base;

    /** The truth is Flyway itself, as a project would run it, with a statement timeout so that it ends. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE INDEX CONCURRENTLY x ON t (i)                      | true
            CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS x ON t (i) | true
            CREATE /* now */ INDEX -- or later${nl} CONCURRENTLY x ON t (i) | true
            REINDEX INDEX CONCURRENTLY ti                             | true
            REINDEX (VERBOSE, CONCURRENTLY) TABLE t                   | true
            DROP INDEX CONCURRENTLY ti                                | false
            ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY            | false
            REFRESH MATERIALIZED VIEW CONCURRENTLY m                  | false
            VACUUM t                                                  | false
            VACUUM FULL t                                             | false
            CLUSTER t USING ti                                        | false
            REINDEX SCHEMA public                                     | true
            REINDEX (VERBOSE) SCHEMA public                           | true
            REINDEX SCHEMA other                                      | false
            REINDEX DATABASE                                          | true
            REINDEX SYSTEM                                            | true
            VACUUM                                                    | false
            VACUUM FULL                                               | true
            VACUUM (FULL, ANALYZE)                                    | true
            CLUSTER                                                   | false
            CREATE DATABASE x_${db}                                   | false
            CALL committing()                                         | false
            CREATE INDEX x ON t (i) -- CONCURRENTLY                   | false
            """)
    void a_statement_is_told_to_hang_if_flyway_hangs_on_it(String statement, boolean hangs) {
        TestProject project = new TestProject(base)
                .script("V1__setup.sql", SETUP)
                .script("V2__run.sql", statement.replace("${nl}", "\n").replace("${db}", "" + System.nanoTime()) + ";")
                .script("V2__run.sql.conf", "executeInTransaction=false");
        project.up("1");

        assertThat(flywayHangs(project)).as("Flyway itself").isEqualTo(hangs);
        assertThat(project.runner().hangs(project.migration("2")) != null).isEqualTo(hangs);
    }

    @Test
    void the_reason_names_the_line_and_the_remedy() {
        TestProject project = new TestProject(base)
                .script("V1__a.sql", "-- CREATE INDEX CONCURRENTLY", "", "CREATE INDEX CONCURRENTLY x ON t (i);");

        assertThat(project.runner().hangs(project.migration("1")))
                .contains("V1__a.sql:3", "flyway.postgresql.transactional.lock=false");
    }

    @Test
    void without_the_transactional_lock_nothing_hangs() {
        TestProject project = new TestProject(base)
                .script("V1__a.sql", "CREATE INDEX CONCURRENTLY x ON t (i);")
                .set("flyway.postgresql.transactional.lock", "false");

        assertThat(project.runner().hangs(project.migration("1"))).isNull();
    }

    @Test
    void our_own_run_of_what_would_hang_ends() {
        TestProject project = new TestProject(base)
                .script("V1__setup.sql", SETUP)
                .script("V2__run.sql", "REINDEX TABLE CONCURRENTLY t;")
                .script("V2__run.sql.conf", "executeInTransaction=false");

        RunFailure failure = project.runner().up(impatient(project), project.migration("2"), RunEvents.NONE);

        assertThat(failure).isNull();
    }

    private boolean flywayHangs(TestProject project) {
        try {
            Flyway.configure()
                    .dataSource(impatient(project))
                    .locations("filesystem:" + base.resolve("src/main/resources/db/migration"))
                    .loggers("slf4j")
                    .load()
                    .migrate();
            return false;
        } catch (FlywayException e) {
            assertThat(e).hasMessageContaining("57014"); // cancelled by the statement timeout, nothing else
            return true;
        }
    }

    private static DataSource impatient(TestProject project) {
        PGSimpleDataSource source = (PGSimpleDataSource) project.source();
        source.setOptions("-c statement_timeout=3s");
        return source;
    }
}
