package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The samples for MariaDB: each naive migration is found out for what its first line states, and the shop for nothing. */
class MariaDbIT {
    private static final String STATED = "-- Expected: ";
    private static final Path SAMPLES = Path.of(MavenBuild.property("it.samples"), "unsafe-mariadb");

    static Stream<String> mistakes() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("base")
                            && Files.isDirectory(SAMPLES.resolve(name).resolve("db")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void each_mistake_is_found_out_for_what_it_states(String mistake) throws Exception {
        BuildResult build = MavenBuild.ofSample("unsafe-mariadb", "unsafe-mariadb-" + mistake)
                .with("-Dmistake=" + mistake)
                .run("verify");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(rules(build.report())).as(build.output()).containsAll(expected(mistake));
    }

    @Test
    void the_right_way_is_found_out_for_nothing() throws Exception {
        BuildResult build =
                MavenBuild.ofSample("shop-mariadb", "shop-mariadb-right").run("verify");

        JsonNode report = build.report();
        assertThat(report.at("/migrations").size()).as(build.output()).isEqualTo(5);
        assertThat(rules(report)).as(build.output()).isSubsetOf("not-measured");
        report.at("/migrations").forEach(migration -> {
            JsonNode half = migration.at("/halfApplied");
            assertThat(half.at("/skipped").isNull()).as(half.toString()).isTrue();
            half.at("/runs")
                    .forEach(run -> assertThat(run.at("/completed").asBoolean())
                            .as(run.toString())
                            .isTrue());
        });
    }

    private static Set<String> expected(String mistake) throws IOException {
        try (Stream<Path> scripts = Files.list(SAMPLES.resolve(mistake).resolve("db/migration"))) {
            Path up = scripts.filter(script -> script.getFileName().toString().startsWith("V"))
                    .findFirst()
                    .orElseThrow();
            String first = Files.readAllLines(up).get(0);
            assertThat(first).startsWith(STATED);
            return Arrays.stream(first.substring(STATED.length()).split(", ", -1))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> rules(JsonNode report) {
        Set<String> rules = new TreeSet<>();
        report.at("/migrations")
                .forEach(migration -> migration
                        .at("/findings")
                        .forEach(finding -> rules.add(finding.at("/rule").asString())));
        return rules;
    }
}
