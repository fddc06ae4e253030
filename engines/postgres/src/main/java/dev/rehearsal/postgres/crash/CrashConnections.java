package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.SessionListener;
import dev.rehearsal.observe.MigratingSource;
import dev.rehearsal.postgres.session.MigratingConnections;
import dev.rehearsal.postgres.session.PostgresSessions;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of a run that is ended, and of who ends it. */
final class CrashConnections {
    private static final Logger LOG = LoggerFactory.getLogger(CrashConnections.class);
    private static final int SECONDS_TO_CONNECT = 10;
    private static final int SECONDS_TO_ANSWER = 60;

    private CrashConnections() {}

    /** {@return connections to migrate through, which tell of their commits and can all be ended} */
    static MigratingSource watched(DatabaseAddress address, SessionListener listener) {
        MigratingSource source = new MigratingSource(
                MigratingConnections.of(source(address, "rehearsal-crash"), address), new PostgresSessions());
        source.tell(listener);
        return source;
    }

    static void close(MigratingSource source) {
        try {
            source.close();
        } catch (SQLException e) {
            LOG.debug("A session was cut, and did not go quietly: {}", e.getMessage());
        }
    }

    static PGSimpleDataSource killer(DatabaseAddress address) {
        PGSimpleDataSource source = source(address, "rehearsal-killer");
        source.setSocketTimeout(SECONDS_TO_ANSWER);
        source.setOptions("-c statement_timeout=30s -c lock_timeout=1s -c idle_in_transaction_session_timeout=0");
        return source;
    }

    private static PGSimpleDataSource source(DatabaseAddress address, String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName(name);
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        return source;
    }
}
