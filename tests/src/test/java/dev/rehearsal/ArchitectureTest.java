package dev.rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.SessionListener;
import dev.rehearsal.observe.EffectView;
import dev.rehearsal.observe.LogView;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rehearsal");

    @Test
    void packages_form_no_cycle() {
        slices().matching("dev.rehearsal.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to understand one package without all the others")
                .check(HOUSE);
    }

    @Test
    void a_rule_touches_no_database_and_no_file() {
        noClasses()
                .that()
                .resideInAPackage("..rule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.file..", "java.io..", "..dialect..")
                .because("a rule says what facts mean; facts in, findings out")
                .check(HOUSE);
    }

    @Test
    void a_report_knows_no_database_and_no_rule_can_see_a_report() {
        noClasses()
                .that()
                .resideInAPackage("..report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "..dialect..",
                        "..postgres..",
                        "..mariadb..",
                        "..scenario..",
                        "..flyway..")
                .because("measure, judge and report point one way, and a report never changes a verdict")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages("..report..", "dev.rehearsal.plan", "dev.rehearsal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.rehearsal.report..")
                .because("nothing that measures or judges may depend on how it is told")
                .check(HOUSE);
    }

    @Test
    void results_are_immutable_values() {
        classes()
                .that()
                .resideInAnyPackage(
                        "dev.rehearsal.result",
                        "dev.rehearsal.schema",
                        "dev.rehearsal.data",
                        "dev.rehearsal.lock",
                        "dev.rehearsal.volume")
                .and()
                .arePublic()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .haveOnlyFinalFields()
                .because("whoever holds a result must be able to trust that no one changes it")
                .check(HOUSE);
    }

    @Test
    void jdbc_stays_where_a_connection_is_needed() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..postgres..",
                        "..mariadb..",
                        "..provider..",
                        "..flyway..",
                        "..rehearsal.sql..",
                        "..rehearsal.liquibase..",
                        "..rehearsal.command..",
                        "..dialect..",
                        "..scenario..",
                        "..migration..",
                        "..observe..",
                        "..seeding..",
                        "dev.rehearsal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                .because("values, rules and reports must be usable without a database")
                .check(HOUSE);
    }

    @Test
    void whoever_hears_of_a_statement_knows_its_session_and_no_connection() {
        noClasses()
                .that()
                .resideInAPackage("..postgres.effect..")
                .or()
                .belongToAnyOf(
                        RunEvents.class, RunSession.class, SessionListener.class, EffectView.class, LogView.class)
                .or()
                .haveFullyQualifiedName("dev.rehearsal.observe.Recorder")
                .or()
                .haveFullyQualifiedName("dev.rehearsal.observe.Attribution")
                .or()
                .haveFullyQualifiedName("dev.rehearsal.observe.Poller")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Connection")
                .because("a runner can be watched on the wire as well, where there is no connection of ours")
                .check(HOUSE);
    }

    @Test
    void only_its_own_package_knows_postgresql_and_only_its_own_knows_flyway() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..rehearsal.postgres..")
                .because("a second engine must be a new module and nothing else")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages("..rehearsal.postgres..", "..rehearsal.flyway..", "..rehearsal.provider..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postgresql..")
                .because("only who opens connections, and who reads the server's errors, needs the driver")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("..flyway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..rehearsal.flyway..", "org.flywaydb..")
                .because("a second runner must be a new module and nothing else")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("..rehearsal.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..rehearsal.sql..")
                .because("a runner is asked for by its name, and whoever needs one has it on the class path")
                .check(HOUSE);
    }

    @Test
    void only_an_engine_knows_the_servers_that_it_runs_on() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..rehearsal.provider..", "..rehearsal.postgres..", "..rehearsal.mariadb..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..rehearsal.provider..")
                .because("the core asks an engine for a provider, and starts no server by itself")
                .check(HOUSE);
    }

    @Test
    void nothing_knows_maven_or_junit() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.junit..")
                .because("both are shells around the core")
                .check(HOUSE);
    }

    @Test
    void no_class_keeps_mutable_static_state() {
        classes()
                .that()
                .resideInAPackage("dev.rehearsal..")
                .should(new ArchCondition<>("have only final static fields") {
                    @Override
                    public void check(JavaClass owner, ConditionEvents events) {
                        owner.getFields().stream()
                                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                                .forEach(field -> events.add(SimpleConditionEvent.violated(
                                        field, field.getFullName() + " is static and not final")));
                    }
                })
                .because("two rehearsals may run in one JVM")
                .check(HOUSE);
    }
}
