package dev.rehearsal;

import dev.rehearsal.result.Severities;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Budgets.MigrationBudget;
import dev.rehearsal.rule.Budgets.TableBudget;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.NamedSettings;
import dev.rehearsal.settings.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits that the settings stand for.
 *
 * @param settings what the project asks for
 * @param rules those of the project's engine
 */
record BudgetSettings(Settings settings, Rules rules) {
    Budgets budgets() {
        return new Budgets(
                settings.duration(Key.BUDGET_LOCK).orElse(Budgets.DEFAULT.lock()),
                settings.duration(Key.BUDGET_STALL).orElse(Budgets.DEFAULT.stall()),
                settings.duration(Key.BUDGET_DURATION).orElse(Budgets.DEFAULT.duration()),
                tableBudgets(),
                severities(),
                migrationBudgets(),
                size(),
                new WaysBackSetting(settings).waysBack(),
                settings.duration(Key.DEPLOY_PROBE).orElse(null));
    }

    private Budgets.Size size() {
        String text = settings.text(Key.BUDGET_SIZE).orElse(Budgets.Size.STAGE.id());
        return Stream.of(Budgets.Size.values())
                .filter(size -> size.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "rehearsal." + Key.BUDGET_SIZE.id() + "=" + text + ": write stage or production."));
    }

    private Map<String, MigrationBudget> migrationBudgets() {
        NamedSettings named = NamedSettings.of(settings);
        Map<String, Duration> locks = named.limitsOfMigrations("lock");
        Map<String, Duration> stalls = named.limitsOfMigrations("stall");
        Map<String, Duration> durations = named.limitsOfMigrations("duration");
        return Stream.of(locks, stalls, durations)
                .flatMap(limits -> limits.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        version ->
                                new MigrationBudget(locks.get(version), stalls.get(version), durations.get(version))));
    }

    private Map<String, TableBudget> tableBudgets() {
        NamedSettings named = NamedSettings.of(settings);
        Map<String, Duration> locks = named.limits("lock");
        Map<String, Duration> stalls = named.limits("stall");
        return Stream.concat(locks.keySet().stream(), stalls.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), table -> new TableBudget(locks.get(table), stalls.get(table))));
    }

    private Severities severities() {
        NamedSettings named = NamedSettings.of(settings);
        Map<String, Map<String, Severity>> tables = named.severitiesOfTables(rules.adjustable()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, table -> severities(table.getValue())));
        long warning = named.rows(NamedSettings.WARNING_ROWS).orElse(Severities.WARNING_ROWS);
        long error = named.rows(NamedSettings.ERROR_ROWS).orElse(Math.max(warning, Severities.ERROR_ROWS));
        if (error < warning) {
            throw new InvalidSettingException(
                    "rehearsal.%s=%,d is less than rehearsal.%s=%,d: a table cannot be large before it is medium."
                            .formatted(NamedSettings.ERROR_ROWS, error, NamedSettings.WARNING_ROWS, warning));
        }
        return new Severities(severities(named.severities(rules.adjustable())), tables, warning, error);
    }

    private static Map<String, Severity> severities(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Severity.valueOf(entry.getValue().toUpperCase(Locale.ROOT))));
    }
}
