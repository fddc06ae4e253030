package dev.rehearsal.junit.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stages of tests are made as those of a build: what an administrator runs, time zone, connection, database, assumptions. */
class AsTheProjectConnectsTest {
    @TempDir
    Path project;

    @Test
    void a_stage_is_made_as_the_project_says() throws Exception {
        write("dba.sql", "CREATE ROLE reader;\n");
        write("application.properties", "spring.datasource.url=jdbc:postgresql://db/shop?currentSchema=mine\n");
        write("db/V1__one.sql", """
                CREATE TABLE one (id int, zone text DEFAULT current_setting('TimeZone'));
                GRANT SELECT ON one TO reader;
                GRANT CONNECT ON DATABASE shop TO reader;
                """);
        write(
                "db/V2__two.sql",
                "-- rehearsal: assume UNIQUE (id) on one — a test\nCREATE UNIQUE INDEX two ON one (id);");
        write("db/V3__three.sql", "SELECT 1;");

        assertThat(asked(
                        "SELECT count(DISTINCT id) = 300 AND count(*) = 300 FROM mine.one",
                        Map.of(
                                "beforehand", "dba.sql",
                                "timeZone", "Asia/Tokyo",
                                "databaseName", "shop")))
                .isEqualTo("t");
        assertThat(asked(
                        "SELECT column_default = 'x' OR current_setting('TimeZone') = 'Asia/Tokyo' FROM"
                                + " information_schema.columns WHERE column_name = 'zone'",
                        Map.of(
                                "beforehand", "dba.sql",
                                "timeZone", "Asia/Tokyo",
                                "databaseName", "shop")))
                .isEqualTo("t");
    }

    @Test
    void what_cannot_be_run_beforehand_is_named() throws Exception {
        write("dba.sql", "\nGRANT nothing TO nobody;\n");
        write("db/V1__one.sql", "SELECT 1;");

        assertThatThrownBy(() -> asked("SELECT 1", Map.of("beforehand", "dba.sql")))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("dba.sql:2");
    }

    /** {@return what the stage before the last version answers to a migrating session} */
    private String asked(String sql, Map<String, String> more) throws IOException, SQLException {
        Map<String, String> settings = new java.util.TreeMap<>(more);
        settings.put("locations", "filesystem:db");
        try (SharedStages stages = new SharedStages()) {
            Production production = stages.of(new Setup(
                    project, Settings.of(settings, "a test"), 300L, getClass().getClassLoader()));
            List<Migration> all = production.history().migrations();
            Stage stage = production.before(all.get(all.size() - 1));
            try (Connection connection = stage.migrating().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            } finally {
                production.discard(stage);
            }
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
