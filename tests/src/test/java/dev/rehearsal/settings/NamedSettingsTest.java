package dev.rehearsal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSettingsTest {
    private static final List<String> RULES = List.of("lock-too-long", "stall-too-long");

    @Test
    void rules_and_tables_have_settings_of_their_own(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("rehearsal.yaml"), """
                rules:
                  lock-too-long: warning
                  warningRows: 5_000
                  tables:
                    public.audit_log: { stall-too-long: note }
                budgets:
                  lock: 1s
                  tables:
                    users: { lock: 200ms }
                    public.orders: { stall: 2s }
                  migrations:
                    12: { lock: 3s }
                    2026.11.1: { duration: 1h }
                """);
        Settings settings = new Settings(Map.of()).orElse(SettingsFile.read(root));
        NamedSettings named = NamedSettings.of(settings);

        assertThat(named.severities(RULES)).isEqualTo(Map.of("lock-too-long", "warning"));
        assertThat(named.severitiesOfTables(RULES))
                .isEqualTo(Map.of("public.audit_log", Map.of("stall-too-long", "note")));
        assertThat(named.rows(NamedSettings.WARNING_ROWS)).contains(5_000L);
        assertThat(named.rows(NamedSettings.ERROR_ROWS)).isEmpty();
        assertThat(named.limits("lock")).isEqualTo(Map.of("users", Duration.ofMillis(200)));
        assertThat(named.limits("stall")).isEqualTo(Map.of("public.orders", Duration.ofSeconds(2)));
        assertThat(named.limitsOfMigrations("lock")).isEqualTo(Map.of("12", Duration.ofSeconds(3)));
        assertThat(named.limitsOfMigrations("duration")).isEqualTo(Map.of("2026.11.1", Duration.ofHours(1)));
        assertThat(settings.duration(Key.BUDGET_LOCK)).contains(Duration.ofSeconds(1));
    }

    @Test
    void what_is_not_known_is_an_error_that_names_the_nearest() {
        assertThatThrownBy(() -> named("rules.lock-to-long", "warning").severities(RULES))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("Unknown rule 'lock-to-long'")
                .hasMessageEndingWith("Did you mean 'lock-too-long'?");
        assertThatThrownBy(() -> named("rules.lock-too-long", "loud").severities(RULES))
                .hasMessage("rehearsal.rules.lock-too-long=loud (rehearsal.yaml): write error, warning or note.");
        assertThatThrownBy(
                        () -> named("rules.tables.users.lock-to-long", "note").severitiesOfTables(RULES))
                .hasMessageEndingWith("Did you mean 'lock-too-long'?");
        assertThatThrownBy(() -> named("rules.tables.users", "note").severitiesOfTables(RULES))
                .hasMessageContaining("rules.tables.audit_log.table-rewritten");
        assertThatThrownBy(() -> named("rules.errorRows", "many").rows(NamedSettings.ERROR_ROWS))
                .hasMessage("rehearsal.rules.errorRows=many (rehearsal.yaml): write a whole number of rows such as"
                        + " 100_000.");
        assertThatThrownBy(() -> named("budgets.tables.users.locks", "1s").limits("lock"))
                .hasMessageContaining("A table has the limits lock and stall");
        assertThatThrownBy(() -> named("budgets.migrations.12.locks", "1s").limitsOfMigrations("lock"))
                .hasMessageContaining("A migration has the limits lock, stall and duration");
        assertThatThrownBy(() -> named("budgets.tables.users.lock", "soon").limits("lock"))
                .hasMessageContaining("write a duration such as 500ms");
    }

    private static NamedSettings named(String id, String text) {
        return NamedSettings.of(Settings.of(Map.of(id, text), "rehearsal.yaml"));
    }
}
