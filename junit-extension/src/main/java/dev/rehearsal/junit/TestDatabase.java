package dev.rehearsal.junit;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Assertions;
import dev.rehearsal.dialect.UnansweredException;
import dev.rehearsal.dialect.assertion.OpenSession;
import dev.rehearsal.junit.stage.Production;
import dev.rehearsal.junit.stage.StageException;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.scenario.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of one test, its connections, and the copy of how it was before the up. */
final class TestDatabase implements AutoCloseable {
    /** A closed connection's session ends a moment later; a copy made meanwhile would wait much longer for it. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Production production;
    private final Migration migration;
    private final Stage stage;
    private final HandedOut dataSource;
    private final List<LazyConnection> connections = new ArrayList<>();
    private @Nullable Stage before;
    private @Nullable MigrationRunner runner;
    private boolean addressed;
    private boolean written;
    private boolean up;
    private String whyNoBefore = "";
    private boolean closed;

    /**
     * Makes one.
     *
     * @param production gives the stages and takes them back
     * @param migration whose stage
     */
    TestDatabase(Production production, Migration migration) {
        this.production = production;
        this.migration = migration;
        this.stage = production.before(migration);
        this.dataSource = new HandedOut(stage.dialect().connect(stage.address(), "test"));
    }

    Stage stage() {
        return stage;
    }

    HandedOut dataSource() {
        return dataSource;
    }

    /** {@return the way to it for the test, which may write by it unseen, and leave connections open} */
    DatabaseAddress address() {
        written = true;
        addressed = true;
        return stage.address();
    }

    /** Says that the test has rows of its own. */
    void write() {
        written = true;
    }

    Connection newConnection() {
        LazyConnection connection = new LazyConnection(dataSource);
        connections.add(connection);
        return connection.proxy();
    }

    MigrationRunner runner() {
        if (runner == null) {
            runner = production.runner();
        }
        return runner;
    }

    /** To be called right before the first up: keeps the state to compare with, where it could not be had later. */
    void remember() throws SQLException {
        if (up) {
            return;
        }
        up = true;
        if (!written && !dataSource.wasUsed()) {
            return; // it is as the template is
        }
        try {
            remember(sessions());
        } catch (UnansweredException e) {
            whyNoBefore = "rows were written before up(), and who is connected is not known: " + e.getMessage();
        }
    }

    private void remember(List<OpenSession> open) throws SQLException {
        if (open.stream().anyMatch(OpenSession::inTransaction)) {
            throw new StageException(
                    "a connection is within a transaction, and its locks would stop the migration: " + list(open)
                            + ". Commit or close it before up()",
                    null);
        }
        if (open.isEmpty()) {
            before = stage.copy();
        } else {
            whyNoBefore = "connections were open when up() was called, so that the database could not be copied: "
                    + list(open) + ". Close them first, or write rows with given(…)";
        }
    }

    /** {@return the database as it was before the up} */
    Stage before() {
        if (!up) {
            throw new StageException("there is nothing to compare with: call up() first", null);
        }
        if (!whyNoBefore.isEmpty()) {
            throw new StageException("there is nothing to compare with: " + whyNoBefore, null);
        }
        if (before == null) {
            before = production.againBefore(migration);
        }
        return before;
    }

    /** {@return what the test left open, its own parameters apart; empty if nothing} */
    List<String> leaks() throws SQLException {
        for (LazyConnection connection : connections) {
            connection.close();
        }
        List<String> leaks = new ArrayList<>(dataSource.open());
        if (leaks.isEmpty() && (addressed || dataSource.wasUnwrapped())) { // else all that is open is known
            sessions().forEach(session -> leaks.add(session.toString()));
        }
        return leaks;
    }

    /** {@return who is still connected after a while; a closed connection's session needs a moment to be gone} */
    private List<OpenSession> sessions() throws SQLException {
        DataSource maintenance = stage.dialect().connect(stage.pool().server().maintenance(), "rehearsal");
        Assertions asked = stage.dialect().assertions();
        long end = System.nanoTime() + MOMENT.toNanos();
        List<OpenSession> open = asked.sessions(maintenance, stage.address());
        while (!open.isEmpty() && System.nanoTime() < end) {
            pause();
            open = asked.sessions(maintenance, stage.address());
        }
        return open;
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for sessions to end.", e);
        }
    }

    private static String list(List<OpenSession> open) {
        return open.stream().map(OpenSession::toString).collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (before != null) {
            production.discard(before);
        }
        if (runner != null) {
            production.giveBack(runner);
        }
        production.discard(stage);
    }
}
