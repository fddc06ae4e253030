package dev.rehearsal.provider.server;

import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.ServerAccess;

/** Refuses servers and users that are not meant for rehearsals, before anything is made there. */
final class ServerWall {
    private static final int OLDEST = 140000;

    private final ServerUrl url;
    private final ServerAccess access;

    ServerWall(ServerUrl url, ServerAccess access) {
        this.url = url;
        this.access = access;
    }

    /** Refuses what can be told from the URL alone; nothing has been connected to yet. */
    void checkUrl() {
        if (!access.disposable()) {
            throw refused("it is not said to be disposable. If databases may be made and dropped there,"
                    + " say so with disposable=true.");
        }
        if (!url.isLoopback() && !access.allowedHosts().contains(url.host())) {
            throw refused("its host is not this machine. If it is meant for rehearsals, add " + url.host()
                    + " to the allowed hosts.");
        }
        if (access.forbiddenUrls().stream().anyMatch(forbidden -> ServerUrl.meansSame(forbidden, url))) {
            throw refused("it is the application's own database. Name another one, such as the server's"
                    + " postgres database, or use embedded.");
        }
    }

    /** Refuses what only the server can tell. */
    void checkUser(ServerInspector.ServerUser user) {
        if (user.version() < OLDEST) {
            throw refused("it runs a PostgreSQL older than 14.");
        }
        if (user.standby()) {
            throw refused("it is a standby, on which nothing can be made. Name its primary, if that is disposable.");
        }
        if (user.superuser() && !access.superuser()) {
            throw refused(
                    "the user " + user.name() + " is a superuser, and a rehearsal seldom needs one. Take a role made by"
                            + " CREATE ROLE rehearsal LOGIN CREATEDB PASSWORD '…', or say superuser=true if the migrations"
                            + " need it.");
        }
        if (!user.superuser() && !user.createDatabase()) {
            throw refused("the user " + user.name() + " may not create databases. Let a superuser run: ALTER ROLE "
                    + quote(user.name()) + " CREATEDB");
        }
    }

    private DatabaseUnavailableException refused(String reason) {
        return new DatabaseUnavailableException(
                "Rehearsal does not use " + url.withDatabase(url.database()) + ": " + reason);
    }

    private static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
