package dev.rehearsal.database;

import java.util.List;
import java.util.Set;

/**
 * What the user permits on a server that is not ours; nothing by default.
 *
 * @param credentials who to log in as
 * @param disposable whether databases may be made and dropped on it at all
 * @param superuser whether the user may be a superuser
 * @param allowedHosts hosts other than this machine that may be used, as the URL spells them
 * @param forbiddenUrls the JDBC URLs of the application's own data sources, which are never used
 */
public record ServerAccess(
        Credentials credentials,
        boolean disposable,
        boolean superuser,
        Set<String> allowedHosts,
        List<String> forbiddenUrls) {
    /** Permits nothing. */
    public static final ServerAccess NONE = new ServerAccess(Credentials.NONE, false, false, Set.of(), List.of());

    public ServerAccess {
        allowedHosts = Set.copyOf(allowedHosts);
        forbiddenUrls = List.copyOf(forbiddenUrls);
    }

    /** {@return what is permitted, without the URLs, which may hold passwords} */
    @Override
    public String toString() {
        return "ServerAccess[" + credentials + ", disposable=" + disposable + ", superuser=" + superuser
                + ", allowedHosts=" + allowedHosts + "]";
    }
}
