package dev.rehearsal.mariadb.watch;

import dev.rehearsal.database.DatabaseAddress;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** The connections of a watch, each kind under a name of its own on the server. */
final class WatchConnections {
    private static final String NAMED = "connectionAttributes=program_name:";
    private static final String OBSERVER = "lock_wait_timeout=1,max_statement_time=5,time_zone='+00:00'";

    private WatchConnections() {}

    static DataSource migrating(DatabaseAddress address) {
        return source(address, NAMED + "rehearsal-migration");
    }

    static DataSource observer(DatabaseAddress address) {
        return source(
                address,
                NAMED + "rehearsal-observer&socketTimeout=10000&connectTimeout=10000&sessionVariables=" + OBSERVER);
    }

    /** No definition's lock can be given up in less than a whole second; a statement can. */
    static DataSource canary(DatabaseAddress address, int milliseconds) {
        String limit = String.format(Locale.ROOT, "max_statement_time=%.3f", milliseconds / 1000.0);
        return source(
                address, NAMED + "rehearsal-canary&socketTimeout=10000&connectTimeout=10000&sessionVariables=" + limit);
    }

    private static DataSource source(DatabaseAddress address, String parameters) {
        try {
            String url = address.url();
            MariaDbDataSource source = new MariaDbDataSource(url + (url.contains("?") ? "&" : "?") + parameters);
            source.setUser(address.user());
            source.setPassword(address.password());
            return source;
        } catch (SQLException e) {
            throw new IllegalArgumentException("The driver cannot read the URL of " + address, e);
        }
    }
}
