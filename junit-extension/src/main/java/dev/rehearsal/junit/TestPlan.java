package dev.rehearsal.junit;

import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.junit.stage.Production;
import dev.rehearsal.junit.stage.SharedStages;
import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.text.NearestName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test asks for, checked.
 *
 * @param name the annotation and the test, as errors begin
 * @param migration the migration
 * @param phases the phases in which it is run; empty if the test drives
 * @param production the migrations and their stages
 */
record TestPlan(String name, Migration migration, List<Phase> phases, Production production) {
    private static final Namespace NAMESPACE = Namespace.create(SharedStages.class);

    static TestPlan of(ExtensionContext context) {
        MigrationTest annotation = AnnotationSupport.findAnnotation(
                        context.getRequiredTestMethod(), MigrationTest.class)
                .orElseThrow();
        String name = "@MigrationTest(\"" + annotation.value() + "\") on "
                + context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        try {
            Production production = stages(context).of(Setups.of(context));
            TestPlan plan = new TestPlan(
                    name, find(annotation.value(), production, name), phases(annotation, name), production);
            plan.check();
            plan.announce(context);
            return plan;
        } catch (MigrationSourceException | InvalidSettingException | DatabaseUnavailableException e) {
            throw wrong(name, e.getMessage(), e);
        }
    }

    String displayName() {
        return migration.version() + " " + migration.description();
    }

    ExtensionConfigurationException wrong(String what) {
        return wrong(name, what + ".", null);
    }

    private void check() {
        if (phases.stream().anyMatch(phase -> phase != Phase.UP)
                && !migration.wayBack().exists()) {
            throw wrong("phases: version " + migration.version() + " has no "
                    + migration.words().wayBack() + ", so that it can only be run in phase UP. Add the "
                    + migration.words().wayBack() + ", or leave out the other phases");
        }
    }

    /** What the class will ask for can be made ahead. */
    private void announce(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        production.expect(test, () -> AskedMigrations.by(test));
        if (MigrationTestExtension.repeatedByOthers(context.getRequiredTestMethod())) {
            production.expect(migration);
        }
    }

    private static SharedStages stages(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(SharedStages.class, key -> new SharedStages(), SharedStages.class);
    }

    private static List<Phase> phases(MigrationTest annotation, String name) {
        List<Phase> phases = List.of(annotation.phases());
        if (new LinkedHashSet<>(phases).size() < phases.size()) {
            throw wrong(name, "phases: a phase is named twice. Name each once.", null);
        }
        return phases;
    }

    private static Migration find(String version, Production production, String name) {
        List<HistoryProblem> problems = production.history().problems().stream()
                .filter(HistoryProblem::fatal)
                .toList();
        if (!problems.isEmpty()) {
            throw wrong(
                    name,
                    problems.stream()
                            .map(problem -> problem.message() + " " + problem.remedy())
                            .collect(Collectors.joining("\n")),
                    null);
        }
        List<Migration> migrations = production.history().migrations();
        return migrations.stream()
                .filter(migration -> migration.id().isCalled(version))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "value: there is no migration of version '" + version + "'. "
                                + NearestName.hint(
                                        version.replaceFirst("^[VvUu]", ""),
                                        migrations.stream()
                                                .map(Migration::version)
                                                .toList()),
                        null));
    }

    private static ExtensionConfigurationException wrong(
            String name, @Nullable String what, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(name + ": " + what, cause);
    }
}
