package dev.rehearsal.junit.stage;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTemplatesTest {
    private static final int VERSIONS = 12;

    @TempDir
    Path project;

    /** In this order templates are built from below and from nothing, migrated further, and asked for again. */
    private static final List<Integer> ASKED = List.of(5, 6, 10, 6, 2);

    @Test
    void a_template_is_the_same_however_it_was_built() throws Exception {
        history();
        try (SharedStages some = new SharedStages();
                SharedStages others = new SharedStages()) {
            Production direct = some.of(setup());
            Production roundabout = others.of(setup());
            roundabout.expect(
                    this, () -> List.of("2", "3", "5", "6", "7", "8", "9", "10", "11", "no such version", "12"));

            for (int version : ASKED) {
                requireSame(version, stage(direct, version), stage(roundabout, version));
            }
        }
    }

    private static void requireSame(int version, Stage one, Stage other) throws SQLException {
        for (Stage stage : List.of(one, other)) {
            assertThat(applied(stage))
                    .as("migrations before version %d", version)
                    .isEqualTo(version - 1);
        }
        assertThat(other.columns()).isEqualTo(one.columns());
        assertThat(other.dialect().data().losses(one.dataSource(), one.data(), other.dataSource(), other.data()))
                .isEmpty();
    }

    private static Stage stage(Production production, int version) {
        return production.before(production.history().migrations().get(version - 1));
    }

    private static int applied(Stage stage) throws SQLException {
        try (Connection connection = stage.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM flyway_schema_history")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Setup setup() {
        Settings settings = Settings.of(Map.of("locations", "filesystem:" + project), "a test");
        return new Setup(project, settings, 7L, StageTemplatesTest.class.getClassLoader());
    }

    private void history() throws IOException {
        List<String> scripts = IntStream.rangeClosed(1, VERSIONS)
                .mapToObj(version -> version % 2 == 1
                        ? "CREATE TABLE t" + version + " (id int PRIMARY KEY, name text NOT NULL);"
                        : "ALTER TABLE t" + (version - 1) + " ADD COLUMN note text;")
                .toList();
        for (int version = 1; version <= VERSIONS; version++) {
            Files.writeString(project.resolve("V" + version + "__step.sql"), scripts.get(version - 1));
        }
    }
}
