package dev.rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part of the house may know which: each rule names all that a part may know, so that a new arrow is a decision. */
class ArrowsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rehearsal");

    private static final List<String> VALUES =
            List.of("schema", "data", "lock", "migration", "volume", "result", "profile", "application", "text");
    private static final List<String> SEAMS = List.of("spi", "dialect", "database", "observe", "progress", "git");
    private static final Pattern GUEST = Pattern.compile(
            "(?m)^import (?:static )?((?:dev\\.rehearsal\\.(?:postgres|mariadb|mysql|flyway|liquibase|sql|command|provider)"
                    + "|org\\.postgresql|org\\.mariadb|com\\.mysql|org\\.flywaydb|liquibase|org\\.testcontainers)\\..*);");

    @ParameterizedTest
    @ValueSource(strings = {"core", "maven-plugin", "junit-extension"})
    void a_shell_and_the_core_import_no_engine_and_no_runner(String module) throws IOException {
        Path sources = Path.of("..", module, "src", "main", "java");
        Set<String> imports = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            Matcher guests = GUEST.matcher(Files.readString(file));
            while (guests.find()) {
                imports.add(file.getFileName() + " imports " + guests.group(1));
            }
        }

        assertThat(files).hasSizeGreaterThan(10);
        assertThat(imports)
                .as("engines and runners are guests that are found at run time")
                .isEmpty();
    }

    @Test
    void values_know_values_alone() {
        for (String part : VALUES) {
            knows(part, VALUES, List.of(), "a value can be held by anyone who measures, judges or reports");
        }
    }

    @Test
    void a_rule_knows_results_alone() {
        knows("rule", VALUES, List.of(), "facts in, findings out");
    }

    @Test
    void a_report_knows_results_alone() {
        knows(
                "report",
                VALUES,
                List.of("inspection", "compare", "recorded"),
                "a report tells what is there, and changes nothing");
    }

    @Test
    void a_scenario_knows_the_seams_and_values() {
        knows(
                "scenario",
                VALUES,
                SEAMS,
                "a stage in, facts out; it asks no engine which one it is, and judges nothing");
    }

    @Test
    void an_engine_knows_the_seams_and_values_and_what_it_adds_to() {
        List<String> added = List.of("rule", "lint", "inspection", "plan", "provider", "seeding");
        knows(
                "postgres",
                VALUES,
                Stream.concat(SEAMS.stream(), added.stream()).toList(),
                "an engine answers questions; it rehearses, judges and reports nothing");
    }

    @Test
    void seeding_knows_values_and_what_a_seeder_is() {
        knows("seeding", VALUES, List.of("dialect", "progress"), "it plans rows of values; an engine writes them");
    }

    @Test
    void a_runner_knows_the_seams_and_values() {
        List<String> added = Stream.concat(SEAMS.stream(), Stream.of("spring")).toList();
        for (String runner : List.of("flyway", "liquibase")) {
            knows(runner, VALUES, added, "a runner applies migrations; it rehearses, judges and reports nothing");
        }
    }

    @Test
    void what_spring_says_is_read_for_any_runner() {
        knows("spring", VALUES, List.of(), "a reader of files knows whose they are by a prefix alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "flyway", "provider", "report"})
    void the_parts_of_a_part_form_no_cycle(String part) {
        slices().matching("dev.rehearsal." + part + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("a reader must be able to understand one package without all the others")
                .check(HOUSE);
    }

    private static void knows(String part, List<String> values, List<String> more, String because) {
        Set<String> allowed = Stream.of(values, more, List.of(part))
                .flatMap(List::stream)
                .map(name -> "dev.rehearsal." + name)
                .collect(Collectors.toSet());
        classes()
                .that()
                .resideInAPackage("dev.rehearsal." + part + "..")
                .should()
                .onlyDependOnClassesThat(new DescribedPredicate<>("stand in " + allowed + ", or outside of the house") {
                    @Override
                    public boolean test(JavaClass known) {
                        String name = known.getPackageName();
                        return !name.startsWith("dev.rehearsal")
                                || allowed.stream().anyMatch(one -> name.equals(one) || name.startsWith(one + "."));
                    }
                })
                .because(because)
                .check(HOUSE);
    }
}
