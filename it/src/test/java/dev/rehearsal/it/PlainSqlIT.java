package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A folder of plain SQL is rehearsed as golang-migrate would apply it. */
class PlainSqlIT {
    @Test
    void the_right_one_passes_without_being_configured() throws Exception {
        BuildResult build = MavenBuild.ofSample("plain-sql", "plain-sql-right").run("verify");

        assertThat(build.succeeded()).as(build.output()).isTrue();
        JsonNode report = build.report();
        assertThat(report.at("/verdict").asString()).isEqualTo("PASSED");
        assertThat(report.at("/migrations").size()).isEqualTo(3);
        JsonNode second = report.at("/migrations/1");
        assertThat(second.at("/script").asString()).isEqualTo("2_order_note.up.sql");
        assertThat(second.at("/undoScript").asString()).isEqualTo("2_order_note.down.sql");
        assertThat(statements(second, "up")).as(build.output()).hasSize(1);
        assertThat(statements(second, "up").get(0).at("/line").isNull()).isTrue();
        assertThat(statements(second, "up-again"))
                .extracting(statement -> statement.at("/line").asInt())
                .containsExactly(2, 3);
    }

    @Test
    void a_down_that_forgets_an_index_fails() throws Exception {
        BuildResult build = MavenBuild.ofSample("plain-sql", "plain-sql-wrong")
                .with("-Drehearsal.locations=down-forgets-an-index")
                .run("verify");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains("The rehearsal FAILED");
        assertThat(build.errors(1))
                .as(build.output())
                .extracting(BuildResult::place)
                .containsExactlyInAnyOrder(
                        tuple("schema-not-restored", "2_order_note.down.sql", 0),
                        tuple("up-not-repeatable", "2_order_note.up.sql", 3));
        assertThat(build.errors(1))
                .extracting(finding -> finding.at("/message").asString())
                .allMatch(message -> message.contains("orders_amount"));
    }

    private static List<JsonNode> statements(JsonNode migration, String phase) {
        List<JsonNode> found = new ArrayList<>();
        migration.at("/phases").forEach(one -> {
            if (one.at("/phase").asString().equals(phase)) {
                one.at("/statements").forEach(found::add);
            }
        });
        return found;
    }
}
