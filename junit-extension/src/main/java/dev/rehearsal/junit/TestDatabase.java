package dev.rehearsal.junit;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.junit.query.ConnectedSessions;
import dev.rehearsal.junit.query.ConnectedSessions.Open;
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
import org.jspecify.annotations.Nullable;

/** The database of one test, its connections, and the copy of how it was before the up. */
final class TestDatabase implements AutoCloseable {
    /** A closed connection's session ends a moment later; a copy made meanwhile would wait much longer for it. */
    private static final Duration MOMENT = Duration.ofMillis(500);

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
        List<Open> open = sessions().after(MOMENT);
        if (open.stream().anyMatch(Open::inTransaction)) {
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
            sessions().after(MOMENT).forEach(session -> leaks.add(session.toString()));
        }
        return leaks;
    }

    private ConnectedSessions sessions() {
        String url = stage.address().url();
        return new ConnectedSessions(
                stage.dialect().connect(stage.pool().server().maintenance(), "rehearsal"),
                url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", ""));
    }

    private static String list(List<Open> open) {
        return open.stream().map(Open::toString).collect(Collectors.joining("; "));
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
