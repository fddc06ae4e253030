package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.data.Loss;
import dev.rehearsal.result.DataCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals of tables so large that it pays to ask what was written to them. */
class LeftAloneIT {
    private static final long ROWS = 300_000;
    private static final String LARGE = """
            CREATE TABLE large (id integer PRIMARY KEY, name text, pad text);
            INSERT INTO large SELECT i, 'n' || i, repeat('x', 230) FROM generate_series(1, %d) i;
            CREATE TABLE small (id integer PRIMARY KEY, name text);
            VACUUM large;""".formatted(ROWS);
    private static final String UP = "ALTER TABLE large ADD COLUMN note text;";
    private static final String DOWN = "ALTER TABLE large DROP COLUMN note;";

    @TempDir
    private Path base;

    @Test
    void a_large_table_whose_catalogue_alone_was_changed_is_restored() throws Exception {
        Outcome outcome = rehearse(UP, DOWN);
        try (Stage stage = Objects.requireNonNull(outcome.stage())) {
            assertThat(data(outcome).identical()).isTrue();
            assertThat(stage.columns()).isNotEmpty();
        }
    }

    @Test
    void one_row_of_it_that_a_down_changes_is_found() throws Exception {
        Outcome outcome = rehearse(UP, DOWN + " UPDATE large SET name = '' WHERE id = 77777;");
        try (Stage stage = Objects.requireNonNull(outcome.stage())) {
            assertThat(data(outcome).losses())
                    .extracting(Loss::relation, Loss::column, Loss::kind, Loss::rows)
                    .containsExactly(tuple("public.large", "name", Loss.Kind.VALUES_CHANGED, 1L));
            assertThat(stage.columns()).isNotEmpty();
        }
    }

    private Outcome rehearse(String up, String down) throws Exception {
        return new Play(base)
                .script("V1__a.sql", LARGE)
                .script("V1__a.sql.conf", "executeInTransaction=false")
                .script("V2__b.sql", up)
                .script("U2__b.sql", down)
                .rehearse((runner, progress) -> new LockQueue(runner, Duration.ZERO));
    }

    private static DataCheck data(Outcome outcome) {
        return Objects.requireNonNull(outcome.facts().dataAfterDown());
    }
}
