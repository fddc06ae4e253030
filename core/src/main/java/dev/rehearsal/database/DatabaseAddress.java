package dev.rehearsal.database;

import java.util.Map;

/**
 * How to reach one database.
 *
 * @param url the JDBC URL, without credentials
 * @param user the user's name
 * @param password the password; never printed
 * @param session what a session that migrates says when it connects, by the names of the engine's driver
 */
public record DatabaseAddress(String url, String user, String password, Map<String, String> session) {
    public DatabaseAddress {
        session = Map.copyOf(session);
    }

    /**
     * An address for sessions that say nothing of themselves.
     *
     * @param url the JDBC URL, without credentials
     * @param user the user's name
     * @param password the password; never printed
     */
    public DatabaseAddress(String url, String user, String password) {
        this(url, user, password, Map.of());
    }

    /**
     * {@return this address, for sessions that say this when they connect in order to migrate}
     *
     * @param parameters by the names of the engine's driver
     */
    public DatabaseAddress with(Map<String, String> parameters) {
        return new DatabaseAddress(url, user, password, parameters);
    }

    /** {@return the URL and the user, without the password} */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
