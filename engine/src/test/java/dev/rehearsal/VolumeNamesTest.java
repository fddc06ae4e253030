package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.TestStages;
import dev.rehearsal.testing.TestPostgres;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeNamesTest {
    @TempDir
    private Path base;

    private Stage stage;

    @BeforeEach
    void makeStage() throws Exception {
        Path scripts = Files.createDirectories(base.resolve("src/main/resources/db/migration"));
        Files.writeString(scripts.resolve("V1__a.sql"), "SELECT 1;");
        stage = TestStages.empty(FlywayRunner.of(FlywayProject.at(base)));
        TestPostgres.run(stage.address(), "CREATE TABLE users (id int, email text)");
    }

    @Test
    void a_table_that_no_version_has_is_an_error_with_the_nearest_name() throws Exception {
        VolumeNames names = new VolumeNames(saying("userz", "email"));
        names.note(stage);

        assertThat(names.unknown()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("volume-unknown-name");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains("`userz`").contains("`users`");
        });
    }

    @Test
    void a_column_that_no_version_has_is_an_error() throws Exception {
        VolumeNames names = new VolumeNames(saying("users", "emial"));
        names.note(stage);

        assertThat(names.unknown())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("`email`");
    }

    @Test
    void a_column_that_a_later_version_drops_is_known() throws Exception {
        VolumeNames names = new VolumeNames(saying("users", "email"));
        names.note(stage);
        TestPostgres.run(stage.address(), "ALTER TABLE users DROP COLUMN email");
        names.note(stage);

        assertThat(names.unknown()).isEmpty();
    }

    private static VolumeProfile saying(String table, String column) {
        return VolumeProfile.uniform(1, 10).with(table, new TableVolume(null, Map.of(column, ColumnVolume.UNSAID)));
    }
}
