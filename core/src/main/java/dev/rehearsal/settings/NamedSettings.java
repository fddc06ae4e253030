package dev.rehearsal.settings;

import dev.rehearsal.settings.Settings.Value;
import dev.rehearsal.text.NearestName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings of single rules ({@code rules.lock-too-long: warning}), tables and migrations
 * ({@code rules.tables.audit_log.table-rewritten: note}, {@code budgets.tables.users.lock: 200ms},
 * {@code budgets.migrations.12.lock: 2s}, {@code standIn.12: fill.sql}). What cannot be read is an error that says where it stands.
 *
 * @param values each setting's text by its whole id
 */
public record NamedSettings(Map<String, Value> values) {
    private static final String RULES = "rules.";
    private static final String TABLES = "budgets.tables.";
    private static final String MIGRATIONS = "budgets.migrations.";
    /** From how many rows of its table on an unsafe change is a warning. */
    public static final String WARNING_ROWS = "rules.warningRows";

    /** From how many rows of its table on an unsafe change is an error. */
    public static final String ERROR_ROWS = "rules.errorRows";

    private static final String STAND_IN = "standIn.";
    private static final String RULES_OF_TABLES = "rules.tables.";
    private static final List<String> NUMBERS = List.of(WARNING_ROWS, ERROR_ROWS);
    private static final List<String> SEVERITIES = List.of("error", "warning", "note");

    /**
     * {@return those of a project}
     *
     * @param settings all that it asks for
     */
    public static NamedSettings of(Settings settings) {
        return new NamedSettings(settings.named());
    }

    static boolean isOne(String id) {
        return Stream.of(RULES, TABLES, MIGRATIONS, STAND_IN).anyMatch(id::startsWith);
    }

    /** {@return what stands for single migrations, by the settings' whole ids} */
    public Map<String, String> standIns() {
        Map<String, String> standIns = new TreeMap<>();
        values.forEach((id, value) -> {
            if (id.startsWith(STAND_IN)) {
                standIns.put(id, value.text());
            }
        });
        return standIns;
    }

    /**
     * {@return the severity of each rule that has one of its own: {@code error}, {@code warning} or {@code note}}
     *
     * @param known the ids of the rules that may have one
     * @throws InvalidSettingException if a rule or a severity is not known
     */
    public Map<String, String> severities(Collection<String> known) {
        Map<String, String> severities = new TreeMap<>();
        values.forEach((id, value) -> {
            if (id.startsWith(RULES) && !id.startsWith(RULES_OF_TABLES) && !NUMBERS.contains(id)) {
                String rule = id.substring(RULES.length());
                severities.put(rule, severity(id, rule, value, known));
            }
        });
        return severities;
    }

    /**
     * {@return the severities of rules on single tables, by the table's name and the rule's id}
     *
     * @param known the ids of the rules that may have one
     * @throws InvalidSettingException if a rule or a severity is not known
     */
    public Map<String, Map<String, String>> severitiesOfTables(Collection<String> known) {
        Map<String, Map<String, String>> severities = new TreeMap<>();
        values.forEach((id, value) -> {
            if (id.startsWith(RULES_OF_TABLES)) {
                int dot = id.lastIndexOf('.');
                if (dot < RULES_OF_TABLES.length()) {
                    throw new InvalidSettingException("Unknown setting '" + id + "' (" + value.source()
                            + "). A table has severities of rules: rules.tables.audit_log.table-rewritten");
                }
                String rule = id.substring(dot + 1);
                severities
                        .computeIfAbsent(id.substring(RULES_OF_TABLES.length(), dot), table -> new TreeMap<>())
                        .put(rule, severity(id, rule, value, known));
            }
        });
        return severities;
    }

    /**
     * {@return a number of rows, if it is given}
     *
     * @param id {@link #WARNING_ROWS} or {@link #ERROR_ROWS}
     * @throws InvalidSettingException if it is no whole number
     */
    public Optional<Long> rows(String id) {
        return Optional.ofNullable(values.get(id)).map(value -> {
            String digits = value.text().trim().replace("_", "");
            if (!digits.matches("\\d{1,18}")) {
                throw wrong(id, value, "a whole number of rows such as 100_000");
            }
            return Long.parseLong(digits);
        });
    }

    private static String severity(String id, String rule, Value value, Collection<String> known) {
        if (!known.contains(rule)) {
            throw new InvalidSettingException("Unknown rule '" + rule + "', or one whose severity is fixed ("
                    + value.source() + "). " + NearestName.hint(rule, known));
        }
        if (!SEVERITIES.contains(value.text().trim())) {
            throw wrong(id, value, "error, warning or note");
        }
        return value.text().trim();
    }

    /**
     * {@return the limit of each table that has one of its own, by the table's name}
     *
     * @param limit {@code lock} or {@code stall}
     * @throws InvalidSettingException if a limit is not known or no duration
     */
    public Map<String, Duration> limits(String limit) {
        return limits(
                TABLES,
                List.of("lock", "stall"),
                limit,
                "A table has the limits lock and stall: budgets.tables.users.lock");
    }

    /**
     * {@return the limit of each migration that has one of its own, by its version}
     *
     * @param limit {@code lock}, {@code stall} or {@code duration}
     * @throws InvalidSettingException if a limit is not known or no duration
     */
    public Map<String, Duration> limitsOfMigrations(String limit) {
        return limits(
                MIGRATIONS,
                List.of("lock", "stall", "duration"),
                limit,
                "A migration has the limits lock, stall and duration: budgets.migrations.12.lock");
    }

    private Map<String, Duration> limits(String group, List<String> known, String limit, String remedy) {
        Map<String, Duration> limits = new TreeMap<>();
        values.forEach((id, value) -> {
            if (id.startsWith(group)) {
                int dot = id.lastIndexOf('.');
                String key = id.substring(dot + 1);
                if (dot < group.length() || !known.contains(key)) {
                    throw new InvalidSettingException(
                            "Unknown setting '" + id + "' (" + value.source() + "). " + remedy);
                }
                if (key.equals(limit)) {
                    limits.put(
                            id.substring(group.length(), dot),
                            Durations.parse(value.text())
                                    .orElseThrow(() -> wrong(id, value, "a duration such as 500ms, 1s, 5m or 1h")));
                }
            }
        });
        return limits;
    }

    private static InvalidSettingException wrong(String id, Value value, String form) {
        return new InvalidSettingException(
                "rehearsal." + id + "=" + value.text() + " (" + value.source() + "): write " + form + ".");
    }
}
