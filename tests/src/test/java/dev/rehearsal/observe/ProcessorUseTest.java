package dev.rehearsal.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.postgres.watch.PostgresWatching;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.ProcessorTimes;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who computes is told from who sleeps, in the server's process, too; Linux alone counts it. */
class ProcessorUseTest {
    private static final String COMPUTING = "SELECT count(md5(n::text)) FROM generate_series(1, 400000) n";
    private final PostgresWatching watching = new PostgresWatching(TestPostgres.freshDatabase(), Set.of());

    @Test
    void a_statement_that_computes_uses_a_processor_and_one_that_sleeps_does_not() throws Exception {
        PhaseFacts facts = watched("SELECT 1", "SELECT pg_sleep(0.5)", COMPUTING);
        if (Files.notExists(Path.of("/proc/thread-self/schedstat"))) {
            assertThat(facts.processors())
                    .as("where nothing counts, nothing is known")
                    .isNull();
            return;
        }
        ProcessorTimes times = Objects.requireNonNull(facts.processors());
        double sleeping = used(facts, times, 1);
        double computing = used(facts, times, 2);
        assertThat(computing).isGreaterThan(5 * sleeping);
        assertThat(computing).isGreaterThan(facts.statements().get(2).durationMs() / 100);
        assertThat(times.waitedMs(0, facts.durationMs())).isNotNegative();
    }

    @Test
    void a_number_that_another_process_has_is_none_of_a_session() {
        assertThat(watching.process(ProcessHandle.current().pid())).isEmpty();
        assertThat(watching.process(Integer.MAX_VALUE)).isEmpty();
    }

    private static double used(PhaseFacts facts, ProcessorTimes times, int statement) {
        double start = facts.statements().get(statement).startMs();
        return times.usedMs(start, start + facts.statements().get(statement).durationMs());
    }

    private PhaseFacts watched(String... statements) throws SQLException {
        ObservationOptions options = new ObservationOptions(true, List.of(), Duration.ofMinutes(1), false, Set.of());
        try (Observation observation = WatchedPhase.begin(watching, options)) {
            try (Connection connection = observation.migrating().getConnection()) {
                for (int i = 0; i < statements.length; i++) {
                    run(observation, connection, new RunStatement("V1__t.sql", i + 1, statements[i]));
                }
            }
            return observation.finish();
        }
    }

    private static void run(Observation observation, Connection connection, RunStatement told) throws SQLException {
        RunSession session = Objects.requireNonNull(RunSessions.of(connection));
        observation.events().beforeStatement(told, session);
        try (Statement statement = connection.createStatement()) {
            statement.execute(told.sql());
        }
        observation.events().afterStatement(told, session, false);
    }
}
