package dev.rehearsal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.ibatis.migration.ConnectionProvider;
import org.apache.ibatis.migration.FileMigrationLoader;
import org.apache.ibatis.migration.MigrationLoader;
import org.apache.ibatis.migration.operations.DownOperation;
import org.apache.ibatis.migration.operations.UpOperation;
import org.apache.ibatis.migration.options.DatabaseOperationOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MyBatis Migrations itself runs the same folder on another database, and leaves the same. */
class MyBatisIT {
    private static final String HISTORY = "SELECT id || ' ' || description FROM changelog ORDER BY id";

    @TempDir
    private Path base;

    private SqlProject ours;
    private Tool tool;

    @BeforeEach
    void makeProject() {
        ours = new SqlProject(base)
                .file(
                        "scripts/1_create_changelog.sql",
                        "-- // Create Changelog",
                        "CREATE TABLE ${changelog} (ID numeric(20,0) NOT NULL, APPLIED_AT varchar(25) NOT NULL,",
                        "  DESCRIPTION varchar(255) NOT NULL);",
                        "-- //@UNDO",
                        "DROP TABLE ${changelog};")
                .file(
                        "scripts/2_users_and_roles.sql",
                        "-- // users",
                        "CREATE TABLE users (id int PRIMARY KEY,",
                        "  -- in the middle",
                        "  // so, too",
                        "  name text); -- behind it",
                        "-- @DELIMITER |",
                        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN",
                        "  RETURN 1;",
                        "END $$ |",
                        "-- @DELIMITER ;", // in one run the tool keeps it for the scripts that follow
                        "-- //@UNDO",
                        "DROP FUNCTION f();",
                        "DROP TABLE users;");
        tool = new Tool(base.resolve("scripts"));
    }

    @Test
    void up_down_and_up_again_leave_the_same() {
        tool.up(2);
        assertThat(ours.up("2")).isNull();
        assertSame();
        assertThat(ours.ask(HISTORY)).containsExactly("1 create changelog", "2 users and roles");

        tool.down();
        assertThat(ours.down("2")).isNull();
        assertSame();

        tool.up(1);
        assertThat(ours.up("2")).isNull();
        assertSame();
    }

    @Test
    void the_history_goes_with_the_version_that_made_it() {
        tool.up(1);
        tool.down();
        assertThat(ours.up("1")).isNull();
        assertThat(ours.down("1")).isNull();

        assertThat(ours.schema()).isEqualTo(tool.schema()).isEmpty();
    }

    @Test
    void a_script_that_fails_leaves_nothing_and_is_not_in_the_history() {
        ours.file("scripts/3_broken.sql", "-- // broken", "CREATE TABLE left_behind ();", "SELECT 1/0;");

        assertThatThrownBy(() -> tool.up(3)).hasMessageContaining("division by zero");
        assertThat(ours.up("3")).isNotNull();

        assertSame();
        assertThat(ours.ask(HISTORY)).hasSize(2);
    }

    @Test
    void what_commits_in_its_middle_stays_and_is_not_in_the_history() {
        ours.file("scripts/3_commits.sql", "-- // commits", "CREATE TABLE left_behind ();", "COMMIT;", "SELECT 1/0;");

        assertThatThrownBy(() -> tool.up(3)).hasMessageContaining("division by zero");
        assertThat(ours.up("3")).isNotNull();

        assertSame();
        assertThat(ours.tables()).contains("left_behind");
    }

    @Test
    void without_a_way_back_the_tool_takes_the_row_away_and_leaves_the_rest() {
        ours.file("scripts/3_no_way_back.sql", "-- // no way back", "CREATE TABLE stays ();");
        tool.up(3);
        tool.down();

        assertThat(tool.schema()).anyMatch(line -> line.startsWith("stays"));
        assertThat(ours.migration("3").wayBack().exists()).isFalse(); // so it is never tried
    }

    private void assertSame() {
        assertThat(ours.schema()).isEqualTo(tool.schema());
        assertThat(ours.ask(HISTORY)).isEqualTo(tool.ask(HISTORY));
    }

    /** The tool on a database of its own. */
    private static final class Tool extends Database {
        private final MigrationLoader loader;
        private final ConnectionProvider connections;
        private final DatabaseOperationOption option = new DatabaseOperationOption();

        Tool(Path scripts) {
            this(scripts, TestPostgres.freshDatabase());
        }

        private Tool(Path scripts, DatabaseAddress address) {
            super(address);
            Properties variables = new Properties();
            variables.setProperty("changelog", "CHANGELOG");
            loader = new FileMigrationLoader(scripts.toFile(), "UTF-8", variables);
            connections = () -> source().getConnection();
            option.setStopOnError(true);
            option.setThrowWarning(false);
        }

        void up(int steps) {
            new UpOperation(steps).operate(connections, loader, option, null);
        }

        void down() {
            new DownOperation(1).operate(connections, loader, option, null);
        }
    }
}
