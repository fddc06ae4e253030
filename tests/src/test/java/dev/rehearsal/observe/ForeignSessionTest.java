package dev.rehearsal.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.postgres.crash.PostgresCrashes;
import dev.rehearsal.postgres.session.PostgresSessions;
import dev.rehearsal.postgres.watch.PostgresObservatory;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session that no data source of ours has opened, as one on the wire: it is timed, asked, ended like any other. */
@Timeout(60)
class ForeignSessionTest {
    private static final RunStatement CREATE = new RunStatement("V1__t.sql", 1, "CREATE TABLE t (id int)");
    private static final RunStatement WAIT = new RunStatement("V1__t.sql", 2, "SELECT pg_sleep(0.1)");

    private final DatabaseAddress database = TestPostgres.freshDatabase();

    @Test
    void its_statements_are_timed_and_attributed() throws Exception {
        ObservationOptions options = new ObservationOptions(true, List.of(), Duration.ofMinutes(1), true, Set.of());
        try (Observation observation = new PostgresObservatory().begin(database, options);
                Foreign session = new Foreign(database)) {
            session.run(observation.events(), CREATE);
            session.run(observation.events(), WAIT);
            PhaseFacts facts = observation.finish();

            assertThat(facts.notMeasured()).isEmpty();
            assertThat(facts.statements()).extracting(StatementFacts::line).containsExactly(1, 2);
            StatementFacts create = facts.statements().get(0);
            assertThat(create.walBytes()).isPositive();
            assertThat(Objects.requireNonNull(create.effects()).catalogue())
                    .extracting(Effect::kind)
                    .containsExactly(Effect.Kind.TABLE_CREATED);
            assertThat(facts.statements().get(1).durationMs()).isGreaterThan(create.durationMs());
        }
    }

    @Test
    void its_locks_are_seen_to_the_end_of_the_transaction_that_the_script_itself_begins_and_ends() throws Exception {
        ObservationOptions options = new ObservationOptions(true, List.of(), Duration.ofMinutes(1), false, Set.of());
        TestPostgres.run(database, "CREATE TABLE users (id int)");
        try (Observation observation = new PostgresObservatory().begin(database, options);
                Foreign session = new Foreign(database)) {
            List<String> script = List.of("BEGIN", "LOCK TABLE users", "SELECT pg_sleep(0.2)", "COMMIT", "SELECT 1");
            for (int i = 0; i < script.size(); i++) {
                session.run(observation.events(), new RunStatement("V1__t.sql", i + 1, script.get(i)));
            }
            PhaseFacts facts = observation.finish();

            assertThat(facts.notMeasured()).isEmpty();
            assertThat(facts.locks()).singleElement().satisfies(lock -> {
                assertThat(lock.relation()).isEqualTo("public.users");
                assertThat(lock.line()).isEqualTo(2);
                assertThat(lock.seen()).isEqualTo(HeldLock.Seen.AT_BOUNDARY);
                assertThat(lock.heldMs())
                        .isBetween(
                                facts.statements().get(2).durationMs(),
                                facts.statements().get(4).startMs());
            });
        }
    }

    @Test
    void a_statement_of_it_that_does_not_end_is_stopped() throws Exception {
        ObservationOptions options = new ObservationOptions(false, null, Duration.ofMillis(200), false, Set.of());
        try (Observation observation = new PostgresObservatory().begin(database, options);
                Foreign session = new Foreign(database)) {
            RunStatement endless = new RunStatement("V1__t.sql", 1, "SELECT pg_sleep(30)");

            assertThatThrownBy(() -> session.run(observation.events(), endless)).hasMessageContaining("cancel");
            assertThat(observation.finish().timedOut()).isTrue();
        }
    }

    @Test
    void it_is_ended_at_its_moment() throws Exception {
        CrashPoint point = new CrashPoint(CrashPoint.When.BEFORE, "V1__t.sql", 2, 2);
        try (Crashes.Run run = new PostgresCrashes().ended(database, point, List.of());
                Foreign session = new Foreign(database)) {
            session.run(run.events(), CREATE);

            assertThatThrownBy(() -> session.run(run.events(), WAIT)).isInstanceOf(SQLException.class);
            assertThat(run.happened()).isTrue();
        }
    }

    private static final class Foreign implements RunSession, AutoCloseable {
        private final Connection wire;
        private final long id;

        Foreign(DatabaseAddress database) throws SQLException {
            wire = TestPostgres.connect(database).getConnection();
            id = ask("SELECT pg_backend_pid()", row -> row.number(1)).get(0);
        }

        void run(RunEvents events, RunStatement told) throws SQLException {
            events.beforeStatement(told, this);
            boolean failed = true;
            try (Statement statement = wire.createStatement()) {
                statement.execute(told.sql());
                failed = false;
            } finally {
                events.afterStatement(told, this, failed);
            }
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public Transaction transaction() throws SQLException {
            return new PostgresSessions().transaction(wire);
        }

        @Override
        public <T> List<T> ask(String question, Reader<T> reader) throws SQLException {
            List<T> rows = new ArrayList<>();
            try (Statement statement = wire.createStatement();
                    ResultSet answer = statement.executeQuery(question)) {
                while (answer.next()) {
                    rows.add(reader.of(answer::getString));
                }
            }
            return rows;
        }

        @Override
        public void abort() throws SQLException {
            wire.abort(Runnable::run);
        }

        @Override
        public void close() throws SQLException {
            wire.close();
        }
    }
}
