package dev.rehearsal.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database server that answers. Closing it leaves nothing of ours behind: no process, no container, no file. */
public interface DatabaseServer extends AutoCloseable {
    /** {@return the provider's name in reports: {@code embedded}, {@code container:postgres:18}, {@code server}} */
    String provider();

    /** {@return the address of the maintenance database, from which others are created} */
    DatabaseAddress maintenance();

    /**
     * {@return the address of a database on this server}
     *
     * @param database its name
     */
    DatabaseAddress database(String database);

    /** {@return what about this server makes its timings unlike production's, one sentence each; empty if nothing} */
    List<String> unlikeProduction();

    /** {@return the lines in which it told of its end, the last ones; empty if it did not, or cannot be asked} */
    default List<String> lastWords() {
        return List.of();
    }

    /** {@return whether its databases are still there when it is closed} */
    default boolean keepsDatabases() {
        return true;
    }

    /**
     * {@return this server, on whose databases sessions that migrate say this when they connect}
     *
     * @param session by the names of the engine's driver
     */
    default DatabaseServer forSessions(Map<String, String> session) {
        return session.isEmpty() ? this : new SessionServer(this, session);
    }

    /** {@return what makes, copies and removes databases on it, where the engine's own statements cannot; else empty} */
    default Optional<Slots> slots() {
        return Optional.empty();
    }

    @Override
    void close();
}
