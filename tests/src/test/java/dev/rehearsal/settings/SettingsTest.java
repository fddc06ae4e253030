package dev.rehearsal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @Test
    void the_file_nests_what_the_command_line_writes_with_dots(@TempDir Path root) throws IOException {
        Files.writeString(
                root.resolve("rehearsal.yaml"),
                "rows: 500\nbudgets:\n  lock: 250ms\n  duration: 1h\nlocations: [filesystem:a, filesystem:b]\n");

        Settings settings = SettingsFile.read(root);

        assertThat(settings.number(Key.ROWS)).contains(500L);
        assertThat(settings.duration(Key.BUDGET_LOCK)).contains(Duration.ofMillis(250));
        assertThat(settings.duration(Key.BUDGET_DURATION)).contains(Duration.ofHours(1));
        assertThat(settings.list(Key.LOCATIONS)).containsExactly("filesystem:a", "filesystem:b");
    }

    @Test
    void the_build_wins_over_the_file() {
        Settings build = Settings.of(Map.of("rows", "7"), "pom.xml");
        Settings file = Settings.of(Map.of("rows", "8", "seed", "9"), "rehearsal.yaml");

        Settings merged = build.orElse(file);

        assertThat(merged.number(Key.ROWS)).contains(7L);
        assertThat(merged.number(Key.SEED)).contains(9L);
    }

    @Test
    void an_unknown_key_is_an_error_that_names_the_nearest() {
        assertThatThrownBy(() -> Settings.of(Map.of("databse", "embedded"), "rehearsal.yaml"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("Unknown setting 'databse' (rehearsal.yaml). Did you mean 'database'?");
    }

    @Test
    void a_value_that_cannot_be_read_says_where_it_stands_and_what_to_write() {
        Settings settings = Settings.of(Map.of("budgets.lock", "fast", "rows", "-1", "scale", "0"), "rehearsal.yaml");

        assertThatThrownBy(() -> settings.duration(Key.BUDGET_LOCK))
                .hasMessage(
                        "rehearsal.budgets.lock=fast (rehearsal.yaml): write a duration such as 500ms, 1s, 5m or 1h.");
        assertThatThrownBy(() -> settings.number(Key.ROWS)).hasMessageContaining("write a whole number, 0 or more");
        assertThatThrownBy(() -> settings.factor(Key.SCALE)).hasMessageContaining("write a number above 0");
    }

    @Test
    void a_broken_file_is_an_error_that_names_it(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("rehearsal.yaml"), "rows: [1,\n");

        assertThatThrownBy(() -> SettingsFile.read(root))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("rehearsal.yaml cannot be read");
    }

    @Test
    void no_file_is_no_setting(@TempDir Path root) {
        assertThat(SettingsFile.read(root).values()).isEmpty();
    }
}
