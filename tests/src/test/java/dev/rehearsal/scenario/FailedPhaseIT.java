package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.data.Loss;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.LeftBehind;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.QualifiedName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script that fails outside a transaction leaves behind. */
class FailedPhaseIT {
    private static final String TABLE = """
            CREATE TABLE t (id int PRIMARY KEY, k int, note text);
            INSERT INTO t SELECT n, n / 2, '' FROM generate_series(1, 100) n;""";
    private static final String OUTSIDE = "executeInTransaction=false";

    @TempDir
    private Path base;

    @Test
    void an_index_that_could_not_be_built_and_what_was_done_before_it_are_told() throws Exception {
        MigrationFacts facts = play().script("V2__b.sql", """
                        CREATE TABLE extra (id int PRIMARY KEY);
                        UPDATE t SET note = 'x' WHERE id <= 3;
                        CREATE UNIQUE INDEX CONCURRENTLY by_k ON t (k);""")
                .script("V2__b.sql.conf", OUTSIDE)
                .script("U2__b.sql", "DROP INDEX by_k;\nDROP TABLE extra;")
                .perform(FailedPhaseIT::nothingElse);

        LeftBehind left = left(facts, Phase.UP);
        assertThat(left.invalidIndexes())
                .containsExactly(
                        new InvalidIndex(new QualifiedName("public", "by_k"), new QualifiedName("public", "t")));
        assertThat(left.schema())
                .extracting(difference -> difference.object().toString())
                .containsExactlyInAnyOrder("index public.by_k", "table public.extra");
        assertThat(left.data()).extracting(Loss::relation, Loss::rows).containsExactly(tuple("public.t", 3L));

        Finding index = finding(facts, "invalid-index-left");
        assertThat(index.message()).contains("public.by_k", "public.t", "up");
        assertThat(index.remedy()).startsWith("DROP INDEX CONCURRENTLY public.by_k;");
        assertThat(index.line()).isEqualTo(3);
        assertThat(finding(facts, "failure-leaves-partial-change").message())
                .contains("index public.by_k is left over")
                .contains("table public.extra is left over")
                .contains("public.t.note holds other values in 3 rows");
    }

    @Test
    void without_an_undo_it_is_told_as_well() throws Exception {
        MigrationFacts facts = play().script("V2__b.sql", "CREATE UNIQUE INDEX CONCURRENTLY by_k ON t (k);")
                .perform(FailedPhaseIT::nothingElse);

        assertThat(left(facts, Phase.UP).invalidIndexes()).hasSize(1);
        assertThat(left(facts, Phase.UP).data()).isEmpty();
    }

    @Test
    void what_is_rolled_back_leaves_nothing() throws Exception {
        MigrationFacts facts = play().script(
                        "V2__b.sql", "CREATE TABLE extra (id int);\nCREATE UNIQUE INDEX by_k ON t (k);")
                .script("U2__b.sql", "DROP TABLE extra;")
                .perform(FailedPhaseIT::nothingElse);

        assertThat(left(facts, Phase.UP).anything()).isFalse();
        assertThat(Play.findings(facts))
                .extracting(Finding::rule)
                .contains("up-failed")
                .doesNotContain("failure-leaves-partial-change", "invalid-index-left");
    }

    @Test
    void an_undo_that_fails_half_way_is_told_likewise() throws Exception {
        MigrationFacts facts = play().script(
                        "V2__b.sql", "CREATE TABLE extra (id int PRIMARY KEY);\nCREATE INDEX by_note ON t (note);")
                .script("U2__b.sql", "DROP INDEX CONCURRENTLY by_note;\nDROP TABLE extra, nowhere;")
                .script("U2__b.sql.conf", OUTSIDE)
                .perform(FailedPhaseIT::nothingElse);

        assertThat(left(facts, Phase.DOWN).schema())
                .extracting(difference -> difference.change() + " " + difference.object())
                .containsExactly("MISSING index public.by_note");
        Finding finding = finding(facts, "failure-leaves-partial-change");
        assertThat(finding.message()).startsWith("The undo failed").contains("index public.by_note is missing");
        assertThat(finding.file()).isEqualTo("U2__b.sql");
        assertThat(finding.line()).isEqualTo(2);
    }

    private Play play() throws Exception {
        return new Play(base).script("V1__a.sql", TABLE);
    }

    private static Scenario nothingElse(FlywayRunner runner, Progress progress) {
        return new LockQueue(runner, Duration.ZERO, migration -> Duration.ZERO);
    }

    private static LeftBehind left(MigrationFacts facts, Phase phase) {
        return Objects.requireNonNull(facts.phase(phase).orElseThrow().left());
    }

    private static Finding finding(MigrationFacts facts, String rule) {
        List<Finding> found = Play.findings(facts).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(found).as(Play.findings(facts).toString()).hasSize(1);
        return found.get(0);
    }
}
