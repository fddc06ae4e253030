package dev.rehearsal.postgres.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.LockMode;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A database and a migration of it that is run as a runner would: in a transaction, told statement by statement. */
final class Rehearsed {
    private final DatabaseAddress address = TestPostgres.freshDatabase();
    private final List<QualifiedName> canaries = new ArrayList<>();
    private Duration timeout = Duration.ofMinutes(1);
    private boolean attribution;

    static Rehearsed on(String setup) {
        Rehearsed rehearsed = new Rehearsed();
        TestPostgres.run(rehearsed.address, setup);
        return rehearsed;
    }

    DatabaseAddress address() {
        return address;
    }

    Rehearsed canaries(String... tables) {
        Stream.of(tables).map(Rehearsed::table).forEach(canaries::add);
        return this;
    }

    Rehearsed timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    Rehearsed attributing() {
        attribution = true;
        return this;
    }

    Observation begin() throws SQLException {
        return new PostgresObservatory().begin(address, options());
    }

    ObservationOptions options() {
        return new ObservationOptions(true, canaries, timeout, attribution, Set.of(table("history")));
    }

    PhaseFacts transaction(String... statements) throws SQLException {
        try (Observation observation = begin()) {
            try (Connection connection = observation.migrating().getConnection()) {
                connection.setAutoCommit(false);
                boolean failed = false;
                for (int i = 0; i < statements.length && !failed; i++) {
                    failed = !run(observation, connection, i + 1, statements[i]);
                }
                if (failed) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
            return observation.finish();
        }
    }

    PhaseFacts autocommit(String... statements) throws SQLException {
        try (Observation observation = begin()) {
            try (Connection connection = observation.migrating().getConnection()) {
                for (int i = 0; i < statements.length; i++) {
                    run(observation, connection, i + 1, statements[i]);
                }
            }
            return observation.finish();
        }
    }

    static boolean run(Observation observation, Connection connection, int line, String sql) throws SQLException {
        RunStatement told = new RunStatement("V1__test.sql", line, sql);
        RunSession session = RunSessions.of(connection);
        observation.events().beforeStatement(told, session);
        boolean failed = true;
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            failed = false;
        } catch (SQLException e) {
            failed = true;
        } finally {
            observation.events().afterStatement(told, session, failed);
        }
        return !failed;
    }

    static List<HeldLock> locks(PhaseFacts facts) {
        List<HeldLock> locks = facts.locks();
        if (locks == null) {
            throw new AssertionError("locks were not measured: " + facts.notMeasured());
        }
        return locks;
    }

    static HeldLock lock(PhaseFacts facts, String relation, LockMode mode) {
        return locks(facts).stream()
                .filter(l -> l.relation().equals(relation) && l.mode().equals(mode) && l.via() == null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + mode + " on " + relation + " in " + facts));
    }

    static Stall stall(PhaseFacts facts, String relation, Operation operation) {
        List<Stall> stalls = facts.stalls();
        if (stalls == null) {
            throw new AssertionError("stalls were not measured: " + facts.notMeasured());
        }
        return stalls.stream()
                .filter(s -> s.relation().equals(relation) && s.operation() == operation)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + operation + " on " + relation + " in " + facts));
    }

    static QualifiedName table(String name) {
        return SqlNames.relation("public", name);
    }
}
