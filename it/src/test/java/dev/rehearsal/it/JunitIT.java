package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The extension in a plain project without any set-up, in parallel: on the oldest and the newest JUnit and Java; and the
 * tests that a rehearsal finds there.
 */
class JunitIT {
    private static final String OLDEST = "5.14.0";
    private static final String NEWEST = "6.1.3";

    @ParameterizedTest
    @ValueSource(strings = {OLDEST, NEWEST})
    void its_tests_pass_on_this_java(String junit) {
        BuildResult build =
                tested("junit-" + junit).with("-Djunit.version=" + junit).run("test");

        assertTested(build, junit, Runtime.version().feature());
    }

    @Test
    void its_tests_pass_on_java_25(TestReporter report) {
        Optional<Path> jdk = Jdks.ofAtLeast(25);
        if (jdk.isEmpty()) {
            report.publishEntry("NOT RUN", "no JDK 25 or later was found, so it is not known whether it works there");
        }
        assumeTrue(jdk.isPresent(), "NOT RUN: no JDK 25 or later was found");

        BuildResult build = tested("junit-java-25")
                .onNewestMaven()
                .onJava(jdk.orElseThrow())
                .with("-Djunit.version=" + NEWEST)
                .run("test");

        assertTested(build, NEWEST, Jdks.feature(jdk.orElseThrow()).orElseThrow());
    }

    @Test
    void a_required_test_that_is_missing_fails_the_build() {
        BuildResult build = tested("junit-required")
                .with("-DskipTests", "-Drehearsal.requireTests=true", "-Drehearsal.lockQueue.hold=0s")
                .run("verify");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output())
                .contains("migration-without-test (", "V1__users.sql", "@MigrationTest(\"1\")", "MojoFailureException")
                .contains("Tests: 1 of 2 migrations with a @MigrationTest; without one: 1");
        assertThat(build.report().at("/tests").toString()).isEqualTo("{\"covered\":1,\"total\":2,\"without\":[\"1\"]}");
    }

    private static void assertTested(BuildResult build, String junit, int java) {
        assertThat(build.succeeded()).as(build.output()).isTrue();
        assertThat(build.output())
                .contains("JUnit " + junit + " on Java " + java)
                .contains("Tests run: 9, Failures: 0, Errors: 0, Skipped: 1");
    }

    private static MavenBuild tested(String name) {
        return MavenBuild.ofCopy(Path.of("src/it/junit"), name);
    }
}
