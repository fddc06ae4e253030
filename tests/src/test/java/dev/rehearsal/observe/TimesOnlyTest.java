package dev.rehearsal.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.postgres.watch.PostgresWatching;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine that gives no more than it must: statements are timed and stopped, and nothing else is claimed. */
@Timeout(60)
class TimesOnlyTest {
    private final DatabaseAddress database = TestPostgres.freshDatabase();

    @Test
    void statements_are_timed_and_nothing_else_is_said() throws Exception {
        PhaseFacts facts = watched(Duration.ofMinutes(1), "CREATE TABLE t (id int)", "SELECT pg_sleep(0.2)");

        assertThat(facts.statements()).extracting(StatementFacts::line).containsExactly(1, 2);
        assertThat(facts.statements().get(1).durationMs())
                .isGreaterThan(facts.statements().get(0).durationMs());
        assertThat(facts.statements()).allSatisfy(statement -> {
            assertThat(statement.walBytes()).isNull();
            assertThat(statement.rewrites()).isNull();
            assertThat(statement.effects()).isNull();
        });
        assertThat(facts.locks()).isNull();
        assertThat(facts.stalls()).isNull();
        assertThat(facts.cost()).isNull();
    }

    @Test
    void a_statement_that_does_not_end_is_still_stopped() throws Exception {
        PhaseFacts facts = watched(Duration.ofMillis(200), "SELECT pg_sleep(30)");

        assertThat(facts.timedOut()).isTrue();
        assertThat(facts.statements().get(0).failed()).isTrue();
    }

    @Test
    void who_asks_for_locks_is_told_that_there_are_none_to_see() {
        ObservationOptions locks = new ObservationOptions(true, null, Duration.ofMinutes(1), false, Set.of());

        assertThatThrownBy(() -> WatchedPhase.begin(new Least(database), locks))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not tell of relations");
    }

    private PhaseFacts watched(Duration limit, String... statements) throws SQLException {
        ObservationOptions options = new ObservationOptions(false, null, limit, false, Set.of());
        try (Observation observation = WatchedPhase.begin(new Least(database), options)) {
            try (Connection connection = observation.migrating().getConnection()) {
                for (int i = 0; i < statements.length; i++) {
                    run(observation, connection, new RunStatement("V1__t.sql", i + 1, statements[i]));
                }
            }
            return observation.finish();
        }
    }

    private static void run(Observation observation, Connection connection, RunStatement told) {
        RunSession session = Objects.requireNonNull(RunSessions.of(connection));
        observation.events().beforeStatement(told, session);
        boolean failed = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute(told.sql());
        } catch (SQLException e) {
            failed = true;
        }
        observation.events().afterStatement(told, session, failed);
    }

    private record Least(PostgresWatching real) implements Watching {
        Least(DatabaseAddress database) {
            this(new PostgresWatching(database, Set.of()));
        }

        @Override
        public DataSource migrating() {
            return real.migrating();
        }

        @Override
        public DataSource looking() {
            return real.looking();
        }

        @Override
        public DriverSessions sessions() {
            return real.sessions();
        }

        @Override
        public String nothing() {
            return real.nothing();
        }

        @Override
        public void cancel(Connection connection, long session) throws SQLException {
            real.cancel(connection, session);
        }

        @Override
        public void terminate(Connection connection, long session) throws SQLException {
            real.terminate(connection, session);
        }
    }
}
