package dev.rehearsal.postgres.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.observe.Access;
import dev.rehearsal.postgres.session.MigratingConnections;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections of a watch, each kind under a name of its own on the server. */
final class WatchConnections {
    private static final int SECONDS_TO_CONNECT = 10;
    private static final String QUIET = "-c jit=off -c lock_timeout=1s -c statement_timeout=5s";

    private WatchConnections() {}

    static DataSource migrating(DatabaseAddress address) {
        return MigratingConnections.of(source(address, "rehearsal-migration"), address);
    }

    static PGSimpleDataSource observer(DatabaseAddress address) {
        PGSimpleDataSource source = source(address, "rehearsal-observer");
        source.setOptions(QUIET + " -c default_transaction_read_only=on");
        source.setSocketTimeout(SECONDS_TO_CONNECT);
        source.setPrepareThreshold(1);
        return source;
    }

    /** The database that every server has, where an extension of ours disturbs no comparison of schemas. */
    static PGSimpleDataSource maintenance(DatabaseAddress address) {
        PGSimpleDataSource source = source(address, "rehearsal-observer");
        source.setDatabaseName("postgres");
        source.setOptions("-c jit=off -c lock_timeout=2s -c statement_timeout=15s -c synchronous_commit=on");
        source.setSocketTimeout(20);
        return source;
    }

    static PGSimpleDataSource canary(DatabaseAddress address, int lockTimeoutMs, Access access) {
        PGSimpleDataSource source = source(address, "rehearsal-canary");
        source.setOptions("-c jit=off -c statement_timeout=5s -c lock_timeout=" + lockTimeoutMs);
        source.setSocketTimeout(SECONDS_TO_CONNECT);
        source.setPrepareThreshold(access == Access.READ ? 0 : 1);
        return source;
    }

    /** {@return the name of the database} */
    static String database(DatabaseAddress address) {
        return source(address, "").getDatabaseName();
    }

    private static PGSimpleDataSource source(DatabaseAddress address, String application) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName(application);
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        return source;
    }
}
