package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.postgres.watch.PostgresObservatory;
import dev.rehearsal.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ObservedPhasesTest {
    private final ObservedPhases phases = new ObservedPhases();
    private final List<String> done = new ArrayList<>();

    @Test
    void nothing_is_done_beside_an_observed_phase() throws Exception {
        try (Observation one = observe(TestPostgres.freshDatabase())) {
            try (Observation other = observe(TestPostgres.freshDatabase())) {
                phases.work(() -> done.add("beside two"));
                assertThat(other.migrating()).isNotEqualTo(one.migrating());
            }
            phases.work(() -> done.add("beside one"));
        }
        phases.work(() -> done.add("after"));

        assertThat(done).containsExactly("after");
    }

    @Test
    void what_would_disturb_is_done_another_way() throws Exception {
        try (Observation observation = observe(TestPostgres.freshDatabase())) {
            assertThat(observation.events()).isNotNull();
            assertThat(phases.<String>work(() -> "unsynced", () -> "synced")).isEqualTo("synced");
        }
        assertThat(phases.<String>work(() -> "unsynced", () -> "synced")).isEqualTo("unsynced");
        String inner = phases.work(() -> phases.work(() -> "unsynced", () -> "synced"), () -> "instead");
        assertThat(inner).isEqualTo("synced");
    }

    @Test
    void an_observation_that_cannot_begin_ends_at_once() {
        DatabaseAddress missing = TestPostgres.address("is_not_there");
        assertThatThrownBy(() -> observe(missing)).isInstanceOf(SQLException.class);
        phases.work(() -> done.add("after"));

        assertThat(done).containsExactly("after");
    }

    @Test
    void a_phase_begins_when_the_work_has_ended() throws Exception {
        DatabaseAddress database = TestPostgres.freshDatabase();
        FutureTask<Void> phase = new FutureTask<>(() -> {
            try (Observation observation = observe(database)) {
                done.add("phase " + (observation.events() != null));
            }
            return null;
        });
        Thread observer = new Thread(phase);
        phases.work(() -> {
            observer.start();
            while (observer.isAlive() && observer.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            done.add("work");
        });
        phase.get();

        assertThat(done).containsExactly("work", "phase true");
    }

    private Observation observe(DatabaseAddress database) throws SQLException {
        return phases.observe(
                new PostgresObservatory(),
                database,
                new ObservationOptions(false, null, Duration.ofMinutes(1), false, Set.of()));
    }
}
