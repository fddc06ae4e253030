package dev.rehearsal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** node-pg-migrate itself, where the environment names it, runs the same folder on another database, and leaves the same. */
@Tag("npm")
class NodePgMigrateIT {
    private static final String HISTORY = "SELECT name FROM pgmigrations ORDER BY id";

    @TempDir
    private Path base;

    private SqlProject ours;
    private Tool tool;

    @BeforeEach
    void makeProject() {
        ours = new SqlProject(base)
                .script(
                        "1700000000000_users.sql",
                        "-- a comment",
                        "-- Up Migration",
                        "CREATE TABLE users (id int PRIMARY KEY, name text);",
                        "INSERT INTO users VALUES (1, 'a');",
                        "-- Down Migration",
                        "DROP TABLE users;")
                .script(
                        "1700000000001_view.sql",
                        "--up migration",
                        "CREATE VIEW names AS SELECT name FROM users;",
                        "---- down MIGRATION of it",
                        "DROP VIEW names;");
        tool = new Tool(base.resolve("migrations"), TestPostgres.freshDatabase());
    }

    @Test
    void up_down_and_up_again_leave_the_same() throws Exception {
        assertThat(tool.run("up")).as(tool.said()).isZero();
        assertThat(ours.up("1700000000001_view")).isNull();
        assertSame();
        assertThat(ours.ask(HISTORY)).containsExactly("1700000000000_users", "1700000000001_view");

        assertThat(tool.run("down")).as(tool.said()).isZero();
        assertThat(ours.down("1700000000001_view")).isNull();
        assertSame();

        assertThat(tool.run("down")).as(tool.said()).isZero();
        assertThat(ours.down("1700000000000_users")).isNull();
        assertSame();
        assertThat(ours.ask(HISTORY)).isEmpty();

        assertThat(tool.run("up")).as(tool.said()).isZero();
        assertThat(ours.up("1700000000001_view")).isNull();
        assertSame();
    }

    @Test
    void a_file_that_fails_leaves_nothing_and_is_not_in_the_history() throws Exception {
        assertThat(tool.run("up")).as(tool.said()).isZero();
        assertThat(ours.up("1700000000001_view")).isNull();
        ours.script("1700000000002_broken.sql", "CREATE TABLE left_behind ();", "SELECT 1/0;");

        assertFailsAlike();
        assertThat(ours.ask(HISTORY)).hasSize(2);
    }

    @Test
    void of_several_that_are_pending_none_stays_where_one_fails() throws Exception {
        ours.script("1700000000002_broken.sql", "CREATE TABLE left_behind ();", "SELECT 1/0;");

        assertFailsAlike();
        assertThat(ours.tables()).doesNotContain("users", "left_behind");
        assertThat(ours.ask(HISTORY)).isEmpty();
    }

    @Test
    void what_commits_in_its_middle_stays_and_is_not_in_the_history() throws Exception {
        assertThat(tool.run("up")).as(tool.said()).isZero();
        assertThat(ours.up("1700000000001_view")).isNull();
        ours.script("1700000000002_broken.sql", "CREATE TABLE left_behind ();", "COMMIT;", "SELECT 1/0;");

        assertFailsAlike();
        assertThat(ours.tables()).contains("left_behind");
    }

    @Test
    void a_way_back_that_fails_leaves_all_as_it_was() throws Exception {
        ours.script(
                "1700000000002_broken.sql",
                "-- Up Migration",
                "CREATE TABLE kept ();",
                "-- Down Migration",
                "DROP TABLE kept;",
                "SELECT 1/0;");
        assertThat(tool.run("up")).as(tool.said()).isZero();
        assertThat(ours.up("1700000000002_broken")).isNull();

        assertThat(tool.run("down")).isNotZero();
        assertThat(ours.down("1700000000002_broken")).isNotNull();
        assertSame();
        assertThat(ours.tables()).contains("kept");
    }

    private void assertFailsAlike() throws Exception {
        assertThat(tool.run("up")).as(tool.said()).isNotZero();
        assertThat(ours.up("1700000000002_broken")).isNotNull();
        assertSame();
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

        int run(String... command) throws Exception {
            Path tools = Path.of(Objects.requireNonNull(System.getenv("REHEARSAL_NPM")));
            List<String> line = new ArrayList<>(
                    List.of(tools.resolve("node_modules/.bin/node-pg-migrate").toString(), "-m", folder.toString()));
            line.addAll(List.of(command));
            return run(tools, line.toArray(String[]::new));
        }
    }
}
