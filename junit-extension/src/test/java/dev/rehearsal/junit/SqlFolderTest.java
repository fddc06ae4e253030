package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A test names a version of a folder of plain SQL as it names one of Flyway's. */
class SqlFolderTest {
    @Test
    void a_test_drives_a_version_of_a_folder_of_plain_sql() {
        Kit kit = Kit.run(OfASqlFolder.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).containsExactlyInAnyOrder("2 notes", "UP", "DOWN", "UP_AGAIN");
    }

    @Rehearsal(locations = "src/test/resources/sections", rows = 5)
    static class OfASqlFolder {
        @MigrationTest("2")
        void up_down_and_up_again(MigrationUnderTest migration, DataSource source) throws SQLException {
            assertThat(columns(source)).isEqualTo(2);
            migration.up();
            assertThat(columns(source)).isEqualTo(3);
            migration.down();
            assertThat(columns(source)).isEqualTo(2);
            migration.up();
        }

        @MigrationTest(
                value = "2",
                phases = {Phase.UP, Phase.DOWN, Phase.UP_AGAIN})
        void in_phases(Connection connection) throws SQLException {
            assertThat(number(connection, "SELECT count(*) FROM users")).isEqualTo(5);
        }

        private static long columns(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection()) {
                return number(connection, "SELECT count(*) FROM information_schema.columns WHERE table_name = 'users'");
            }
        }

        private static long number(Connection connection, String question) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(question)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
