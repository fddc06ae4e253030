package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections of a run that is ended, and of who ends it. */
final class CrashConnections {
    private static final int SECONDS_TO_CONNECT = 10;
    private static final int SECONDS_TO_ANSWER = 60;

    private CrashConnections() {}

    static PGSimpleDataSource migrating(DatabaseAddress address) {
        return source(address, "rehearsal-crash");
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
