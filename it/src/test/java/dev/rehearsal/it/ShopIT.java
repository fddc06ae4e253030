package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The good sample passes on every Maven and by every provider. */
class ShopIT {
    /** The provider is under test here, not the shop's own tests, which run in the other builds. */
    private static final String REHEARSAL_ALONE = "-DskipTests";

    @Test
    void the_shop_passes_on_the_maven_that_runs_this_build() {
        BuildResult build =
                MavenBuild.ofSample("shop", "shop").with(REHEARSAL_ALONE).run("verify");

        assertThat(build.succeeded()).as(build.output()).isTrue();
        assertEveryMigrationWasRehearsed(build.report());
    }

    @Test
    void the_shop_passes_on_the_newest_maven() {
        BuildResult build =
                MavenBuild.ofSample("shop", "shop-newest").onNewestMaven().run("verify");

        assertThat(build.succeeded()).as(build.output()).isTrue();
        assertEveryMigrationWasRehearsed(build.report());
    }

    @Test
    void the_shop_passes_on_a_disposable_server() {
        try (LocalServer server = LocalServer.start()) {
            BuildResult build = MavenBuild.ofSample("shop", "shop-server")
                    .with("-Drehearsal.database=" + server.url(), "-Drehearsal.disposable=true")
                    // The log that tells of short locks outside a transaction is read by a superuser alone.
                    .with(REHEARSAL_ALONE, "-Drehearsal.database.superuser=true")
                    .with("-Drehearsal.database.user=postgres", "-Drehearsal.database.password=postgres")
                    .run("verify");

            assertThat(build.succeeded()).as(build.output()).isTrue();
            assertThat(build.report().at("/database/provider").asString()).isEqualTo("server");
            assertEveryMigrationWasRehearsed(build.report());
            assertThat(server.databases()).as("left behind").noneMatch(name -> name.startsWith("rehearsal"));
        }
    }

    @Test
    @Tag("docker")
    void the_shop_passes_in_a_container() {
        BuildResult build = MavenBuild.ofSample("shop", "shop-container")
                .with(REHEARSAL_ALONE, "-Drehearsal.database=container:postgres:18")
                .run("verify");

        assertThat(build.succeeded()).as(build.output()).isTrue();
        assertThat(build.report().at("/database/provider").asString()).isEqualTo("container:postgres:18");
        assertEveryMigrationWasRehearsed(build.report());
    }

    @Test
    void a_skipped_rehearsal_says_so_and_writes_nothing() {
        BuildResult build = MavenBuild.ofSample("shop", "shop-skip")
                .with("-Drehearsal.skip")
                .run("verify");

        assertThat(build.succeeded()).isTrue();
        assertThat(build.output()).contains("Rehearsal is left out");
        assertThat(build.reports()).doesNotExist();
    }

    private static void assertEveryMigrationWasRehearsed(JsonNode report) {
        assertThat(report.at("/verdict").asString()).isEqualTo("PASSED");
        assertThat(report.at("/migrations").size()).isGreaterThanOrEqualTo(8);
        for (JsonNode migration : report.at("/migrations")) {
            assertThat(migration.at("/phases").size())
                    .as(migration.at("/script").asString())
                    .isGreaterThanOrEqualTo(3);
            assertThat(migration.at("/schemaAfterDown/identical").asBoolean()).isTrue();
            assertThat(migration.at("/dataAfterDown/identical").asBoolean()).isTrue();
            for (JsonNode phase : migration.at("/phases")) {
                assertThat(phase.at("/locks").isArray()).isTrue();
            }
        }
    }
}
