package dev.rehearsal.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.TableCost;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhaseCostTest {
    private static final String USERS =
            "CREATE TABLE users AS SELECT i AS id, repeat('x', 200) AS name FROM generate_series(1, 5000) i";

    @Test
    void a_phase_tells_what_it_did_with_each_table_and_that_its_statements_add_up() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS + "; CREATE TABLE old AS SELECT 1; CREATE TABLE untouched AS SELECT 1;"
                        + " CREATE TABLE history (id int)")
                .transaction(
                        "UPDATE users SET name = 'y' WHERE id <= 1000",
                        "DELETE FROM users WHERE id > 4900",
                        "CREATE TABLE fresh AS SELECT i FROM generate_series(1, 10) i",
                        "DROP TABLE old",
                        "INSERT INTO history VALUES (1)",
                        "SET LOCAL work_mem = '64kB'",
                        "SELECT count(*) FROM (SELECT i FROM generate_series(1, 50000) i ORDER BY i DESC) s");
        PhaseCost cost = Objects.requireNonNull(facts.cost());
        assertThat(cost.accounted()).isTrue();
        assertThat(cost.walBytes()).isGreaterThanOrEqualTo(cost.statementsWalBytes());
        assertThat(cost.tempBytes()).isGreaterThan(500_000L);
        assertThat(cost.tables())
                .extracting(TableCost::table)
                .containsExactly("public.fresh", "public.old", "public.users");
        TableCost users = table(cost, "public.users");
        assertThat(users.rowsUpdated()).isEqualTo(1000);
        assertThat(users.rowsDeleted()).isEqualTo(100);
        assertThat(users.deadRows()).isEqualTo(1100);
        assertThat(users.rowsRead()).isGreaterThanOrEqualTo(10_000);
        assertThat(users.blocksRead() + users.blocksHit()).isGreaterThan(100);
        assertThat(users.bytesAfter()).isGreaterThan(Objects.requireNonNull(users.bytesBefore()));
        assertThat(table(cost, "public.fresh").bytesBefore()).isNull();
        assertThat(table(cost, "public.fresh").rowsInserted()).isEqualTo(10);
        assertThat(table(cost, "public.old").bytesAfter()).isNull();
    }

    @Test
    void parts_that_do_not_add_up_to_the_whole_are_flagged() {
        assertThat(new PhaseCost(100_000_000L, 95_000_000L, 0L, List.of()).accounted())
                .isTrue();
        assertThat(new PhaseCost(100_000_000L, 60_000_000L, 0L, List.of()).accounted())
                .isFalse();
        assertThat(new PhaseCost(100L, 200L, 0L, List.of()).accounted()).isFalse();
        assertThat(new PhaseCost(100L, null, 0L, List.of()).accounted()).isNull();
    }

    @Test
    void where_no_stalls_are_asked_for_the_whole_is_not_measured() throws Exception {
        Rehearsed rehearsed = Rehearsed.on(USERS);
        ObservationOptions locks = new ObservationOptions(true, null, Duration.ofMinutes(1), false, Set.of());
        try (Observation observation = new PostgresObservatory().begin(rehearsed.address(), locks)) {
            try (Connection connection = observation.migrating().getConnection()) {
                Rehearsed.run(observation, connection, 1, "DELETE FROM users");
            }
            assertThat(observation.finish().cost()).isNull();
        }
    }

    private static TableCost table(PhaseCost cost, String name) {
        return Objects.requireNonNull(cost.tables()).stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(cost.toString()));
    }
}
