package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A changelog is rehearsed as Liquibase would apply it. */
class LiquibaseIT {
    @Test
    void the_right_one_passes_without_being_configured() throws Exception {
        BuildResult build = MavenBuild.ofSample("liquibase", "liquibase-right").run("verify");

        assertThat(build.succeeded()).as(build.output()).isTrue();
        JsonNode report = build.report();
        assertThat(report.at("/verdict").asString()).isEqualTo("PASSED");
        assertThat(report.at("/migrations"))
                .extracting(migration -> migration.at("/script").asString())
                .containsExactly(
                        "users in 1-users.sql",
                        "orders in 1-users.sql",
                        "order-note in 2-note.xml",
                        "users-by-name in 3-users-by-name.yaml");
        assertThat(build.output()).doesNotContain("Running Changeset").doesNotContain("UPDATE SUMMARY");
    }

    @Test
    void a_rollback_that_forgets_an_index_fails() throws Exception {
        BuildResult build = MavenBuild.ofSample("liquibase", "liquibase-wrong")
                .with("-Drehearsal.locations=wrong/changelog.sql")
                .run("verify");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains("The rehearsal FAILED");
        assertThat(build.errors(1))
                .as(build.output())
                .extracting(BuildResult::place)
                .contains(
                        tuple("schema-not-restored", "rollback of short-emails in changelog.sql", 0),
                        tuple("up-not-repeatable", "short-emails in changelog.sql", 12));
    }
}
