package dev.rehearsal.provider.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a provider asks a server that is not ours. */
public interface ServerInspector {
    /**
     * {@return who the user is there, and what the server is}
     *
     * @param connection to any database of it
     * @throws SQLException if it does not answer
     */
    ServerUser user(Connection connection) throws SQLException;

    /**
     * Drops the databases that bear our marker and whose process is gone.
     *
     * @param connection to any other database
     * @return their names
     * @throws SQLException if the server does not answer; a database that cannot be dropped stays, which is no error
     */
    List<String> dropAbandoned(Connection connection) throws SQLException;

    /**
     * Drops the databases that this process made; for when it is about to end.
     *
     * @param connection to any other database
     * @throws SQLException if the server refuses
     */
    void dropOwn(Connection connection) throws SQLException;

    /**
     * Who the user is.
     *
     * @param name the role
     * @param superuser whether it is a superuser
     * @param createDatabase whether it may create databases
     * @param standby whether the server is a standby, on which nothing can be made
     * @param version the server's version as a number: 180006
     */
    record ServerUser(String name, boolean superuser, boolean createDatabase, boolean standby, int version) {}
}
