package dev.rehearsal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dbmate itself, where the environment names it, runs the same folder on another database, and leaves the same. */
@Tag("tools")
class DbmateIT {
    private static final String HISTORY = "SELECT version FROM schema_migrations ORDER BY 1";

    @TempDir
    private Path base;

    private SqlProject ours;
    private Tool tool;

    @BeforeEach
    void makeProject() {
        ours = new SqlProject(base)
                .file(
                        "db/migrations/1_users.sql",
                        "-- a comment",
                        "-- migrate:up",
                        "CREATE TABLE users (id int PRIMARY KEY, name text);",
                        "INSERT INTO users VALUES (1, 'a');",
                        "-- migrate:down",
                        "DROP TABLE users;")
                .file(
                        "db/migrations/2_index.sql",
                        "-- migrate:up transaction:false",
                        "CREATE INDEX CONCURRENTLY users_name ON users (name);",
                        "-- migrate:down transaction:false",
                        "DROP INDEX CONCURRENTLY users_name;");
        tool = new Tool(base.resolve("db/migrations"), TestPostgres.freshDatabase());
    }

    @Test
    void up_down_and_up_again_leave_the_same() throws Exception {
        assertThat(tool.run("migrate")).isZero();
        assertThat(ours.up("2")).isNull();
        assertSame();
        assertThat(ours.ask(HISTORY)).containsExactly("1", "2");

        assertThat(tool.run("rollback")).isZero();
        assertThat(ours.down("2")).isNull();
        assertSame();

        assertThat(tool.run("rollback")).isZero();
        assertThat(ours.down("1")).isNull();
        assertSame();
        assertThat(ours.ask(HISTORY)).isEmpty();

        assertThat(tool.run("migrate")).isZero();
        assertThat(ours.up("2")).isNull();
        assertSame();
    }

    @Test
    void a_block_that_fails_leaves_nothing_and_is_not_in_the_history() throws Exception {
        ours.file(
                "db/migrations/3_broken.sql",
                "-- migrate:up",
                "CREATE TABLE left_behind ();",
                "SELECT 1/0;",
                "-- migrate:down");

        assertFailsAlike();
        assertThat(ours.tables()).doesNotContain("left_behind");
    }

    @Test
    void outside_a_transaction_a_block_of_several_statements_is_one_all_the_same() throws Exception {
        ours.file(
                "db/migrations/3_broken.sql",
                "-- migrate:up transaction:false",
                "CREATE TABLE left_behind ();",
                "SELECT 1/0;",
                "-- migrate:down");

        assertFailsAlike();
        assertThat(ours.tables()).doesNotContain("left_behind");
    }

    @Test
    void what_commits_in_its_middle_stays_and_is_not_in_the_history() throws Exception {
        ours.file(
                "db/migrations/3_broken.sql",
                "-- migrate:up transaction:false",
                "CREATE TABLE left_behind ();",
                "COMMIT;",
                "SELECT 1/0;",
                "-- migrate:down");

        assertFailsAlike();
        assertThat(ours.tables()).contains("left_behind");
    }

    @Test
    void a_marker_that_is_misspelt_is_refused_by_both() throws Exception {
        ours.file("db/migrations/3_broken.sql", "-- migrate:up", "SELECT 1;", "-- migrate:dwon", "SELECT 1;");

        assertThat(tool.run("migrate")).isNotZero();
        assertThat(ours.runner().history().problems()).isNotEmpty();
    }

    private void assertFailsAlike() throws Exception {
        assertThat(tool.run("migrate")).isNotZero();
        assertThat(ours.up("3")).isNotNull();
        assertSame();
        assertThat(ours.ask(HISTORY)).containsExactly("1", "2");
    }

    private void assertSame() {
        assertThat(ours.schema()).isEqualTo(tool.schema());
        assertThat(ours.ask(HISTORY)).isEqualTo(tool.ask(HISTORY));
    }

    /** The tool on a database of its own. */
    private static final class Tool extends ForeignTool {
        private final Path folder;

        Tool(Path folder, DatabaseAddress address) {
            super(address);
            this.folder = folder;
        }

        int run(String command) throws IOException, InterruptedException {
            String dbmate = Objects.requireNonNull(System.getenv("REHEARSAL_DBMATE"));
            return run(folder, dbmate, "--migrations-dir", folder.toString(), "--no-dump-schema", command);
        }
    }
}
