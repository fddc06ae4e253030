package dev.rehearsal.provider.server;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseUnavailableException;
import java.sql.SQLException;

/** Says why a server cannot be used, and what to do. */
final class ServerFailure {
    private ServerFailure() {}

    static DatabaseUnavailableException explain(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String remedy = switch (state) {
            case "08001", "08004", "08006" -> "It does not answer. Is it running, and are host and port right?";
            case "28P01" -> "The password is wrong. Check user and password.";
            case "28000" -> "It does not let this user in from here. Check the user, and the server's pg_hba.conf.";
            case "3D000" -> "It has no such database. Name one that exists, such as postgres.";
            case "42501" -> "The user lacks a privilege.";
            case "53300" -> "All its connections are taken.";
            default -> "";
        };
        return new DatabaseUnavailableException(
                "Cannot use " + address + ". " + remedy + " (" + e.getMessage() + ")", e);
    }
}
