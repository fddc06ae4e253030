package dev.rehearsal;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Migration.Kind;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.text.NearestName;
import dev.rehearsal.volume.UnknownNames;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gathers the tables and columns of all versions, for a profile or a budget may name one that a later version drops. What
 * no version has is a mistake, and what is said of it would silently be said of nothing.
 */
final class KnownNames {
    private static final String WORD = "(?<![\\w$])%s(?![\\w$])";
    private static final String VIEW = "\\bVIEW\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:[\\w$\"]+\\.)?\"?%s(?![\\w$])";

    private final VolumeProfile profile;
    private final Budgets budgets;
    private final Map<QualifiedName, Set<String>> known = new HashMap<>();

    KnownNames(VolumeProfile profile, Budgets budgets) {
        this.profile = profile;
        this.budgets = budgets;
    }

    void note(Stage stage) throws SQLException {
        boolean named = !profile.tables().isEmpty()
                || !profile.production().isEmpty()
                || !budgets.tables().isEmpty()
                || !budgets.severities().tables().isEmpty();
        if (named) {
            stage.columns()
                    .forEach((table, columns) -> known.computeIfAbsent(table, name -> new HashSet<>())
                            .addAll(columns));
        }
    }

    /** {@return a finding for each version with a budget of its own that the history does not have} */
    static List<Finding> unknownVersions(Budgets budgets, MigrationHistory history) {
        List<String> versions = Stream.concat(
                        history.migrations().stream().map(Migration::version),
                        history.repeatables().stream().map(script -> withoutSuffix(script.name())))
                .toList();
        boolean below = history.migrations().stream().anyMatch(migration -> migration.kind() == Kind.BASELINE);
        return below
                ? List.of() // a version that the baseline stands for is not among them, and no mistake
                : unknownVersions(budgets, versions);
    }

    private static String withoutSuffix(String script) {
        return script.substring(0, Math.max(1, script.lastIndexOf('.')));
    }

    private static List<Finding> unknownVersions(Budgets budgets, List<String> versions) {
        return budgets.migrations().keySet().stream()
                .filter(version -> !versions.contains(version))
                .sorted()
                .map(version -> setting("budgets.migrations." + version + " names a version that there is not"
                        + NearestName.of(version, versions)
                                .map(near -> "; the nearest is `" + near + "`")
                                .orElse("") + "."))
                .toList();
    }

    /**
     * {@return a finding for each name that no version has, once all have been noted}
     *
     * @param history the project's
     * @param whole whether all of it has been gone through; if not, a name that a script mentions may be that of a table
     *     which was dropped before; a budget may always be for a view that a script makes
     */
    List<Finding> unknown(MigrationHistory history, boolean whole) {
        Predicate<String> elsewhere =
                whole ? name -> false : name -> hasClass(history) || mentions(history, WORD, name);
        Predicate<String> viewed = whole ? name -> mentions(history, VIEW, name) : elsewhere;
        return Stream.concat(
                        UnknownNames.in(profile, known, elsewhere).stream().map(KnownNames::volume),
                        Stream.concat(
                                settings("budgets.tables.", budgets.tables().keySet(), viewed),
                                settings(
                                        "rules.tables.",
                                        budgets.severities().tables().keySet(),
                                        viewed)))
                .toList();
    }

    private Stream<Finding> settings(String key, Collection<String> names, Predicate<String> elsewhere) {
        return names.stream()
                .sorted()
                .filter(name -> !UnknownNames.isTable(name, known.keySet()) && !elsewhere.test(name))
                .map(name -> setting(UnknownNames.table(key + name + " names", name, known.keySet())));
    }

    /** What a class does is not known from any text. */
    private static boolean hasClass(MigrationHistory history) {
        return history.migrations().stream()
                .anyMatch(migration -> migration.kind().program());
    }

    private static boolean mentions(MigrationHistory history, String how, String name) {
        String sought = name.substring(name.lastIndexOf('.') + 1);
        Pattern pattern = Pattern.compile(how.formatted(Pattern.quote(sought)), Pattern.CASE_INSENSITIVE);
        Stream<Script> scripts = history.migrations().stream()
                .flatMap(migration -> Stream.of(migration.script(), migration.undo()))
                .filter(Objects::nonNull);
        return Stream.concat(scripts, history.repeatables().stream())
                .anyMatch(script -> pattern.matcher(script.text()).find());
    }

    private static Finding volume(String problem) {
        return finding("volume-unknown-name", problem, "Correct the name in the volume file, or take it out.");
    }

    private static Finding setting(String problem) {
        return finding("setting-unknown-name", problem, "Correct the name in the settings, or take it out.");
    }

    private static Finding finding(String rule, String problem, String remedy) {
        return new Finding(rule, Severity.ERROR, problem, remedy, null, 0);
    }
}
