package dev.rehearsal.junit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.volume.RowCount;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetupTest {
    private static final QualifiedName USERS = new QualifiedName("public", "users");

    @Test
    void a_project_may_say_nothing_at_all() {
        assertThat(setup(null, Map.of())).isEqualTo(setup(null, Map.of()));
    }

    @Test
    void what_chooses_for_the_build_does_not_part_tests() {
        assertThat(setup(null, Map.of("since", "origin/main"))).isEqualTo(setup(null, Map.of()));
        assertThat(setup(null, Map.of("seed", "7"))).isNotEqualTo(setup(null, Map.of()));
    }

    @Test
    void rows_keep_the_proportions_of_the_volume_file() {
        VolumeProfile profile =
                VolumeProfile.uniform(42, 10_000).with("users", new TableVolume(new RowCount(25_000, null), Map.of()));

        VolumeProfile small = setup(200L, Map.of()).volume(profile);

        assertThat(small.rowsOf(USERS)).isEqualTo(500);
        assertThat(small.rowsOf(new QualifiedName("public", "orders"))).isEqualTo(200);
        assertThat(setup(null, Map.of()).volume(profile)).isEqualTo(profile);
        assertThat(setup(0L, Map.of()).volume(profile).rowsOf(USERS)).isZero();
    }

    private static Setup setup(@Nullable Long rows, Map<String, String> settings) {
        return new Setup(Path.of(""), Settings.of(settings, "a test"), rows, SetupTest.class.getClassLoader());
    }
}
