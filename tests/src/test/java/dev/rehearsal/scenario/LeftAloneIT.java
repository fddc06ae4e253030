package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.data.Loss;
import dev.rehearsal.result.DataCheck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals of tables so large that it pays to ask what was written to them. */
class LeftAloneIT {
    private static final long ROWS = 300_000;
    /** Whoever reads rows for the first time marks them as committed once that is on disk, which is a write. */
    private static final String LARGE = """
            SET synchronous_commit = on;
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
            // before the up; after it, with another column, they were counted by the index of the key
            assertThat(rowsRead(stage)).isBetween(ROWS, ROWS + 1_000);
        }
    }

    @Test
    void one_row_of_it_that_a_down_changes_is_found() throws Exception {
        Outcome outcome = rehearse(UP, DOWN + " UPDATE large SET name = '' WHERE id = 77777;");
        try (Stage stage = Objects.requireNonNull(outcome.stage())) {
            assertThat(data(outcome).losses())
                    .extracting(Loss::relation, Loss::column, Loss::kind, Loss::rows)
                    .containsExactly(tuple("public.large", "name", Loss.Kind.VALUES_CHANGED, 1L));
            assertThat(rowsRead(stage)).isGreaterThanOrEqualTo(2 * ROWS);
        }
    }

    /** {@return how many rows of the table were read one after the other; canaries read some} */
    private static long rowsRead(Stage stage) throws Exception {
        try (Connection connection = stage.dataSource().getConnection()) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (number(connection, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()") > 1) {
                assertThat(System.nanoTime())
                        .as("sessions hand in their counts")
                        .isLessThan(deadline);
                Thread.sleep(2);
            }
            return number(connection, "SELECT pg_stat_get_tuples_returned('large'::regclass)");
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Outcome rehearse(String up, String down) throws Exception {
        return new Play(base)
                .script("V1__a.sql", LARGE)
                .script("V1__a.sql.conf", "executeInTransaction=false")
                .script("V2__b.sql", up)
                .script("U2__b.sql", down)
                .rehearse((runner, progress) -> new LockQueue(runner, Duration.ZERO, migration -> Duration.ZERO));
    }

    private static DataCheck data(Outcome outcome) {
        return Objects.requireNonNull(outcome.facts().dataAfterDown());
    }
}
