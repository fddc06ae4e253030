package dev.rehearsal.postgres.inspect;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Inspector.Limits;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections that can only read. */
final class ReadOnlySource {
    private static final int SECONDS = 10;

    private ReadOnlySource() {}

    /** Set when the session starts, so that no transaction of it begins before they hold. */
    static DataSource of(DatabaseAddress address, Limits limits) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        if (!address.user().isEmpty()) {
            source.setUser(address.user());
            source.setPassword(address.password());
        }
        source.setApplicationName("rehearsal inspect");
        source.setConnectTimeout(SECONDS);
        source.setLoginTimeout(SECONDS);
        source.setReadOnly(true);
        source.setOptions("-c default_transaction_read_only=on -c statement_timeout="
                + limits.statement().toMillis() + " -c lock_timeout="
                + limits.lock().toMillis()
                + " -c idle_in_transaction_session_timeout="
                + 2 * limits.statement().toMillis());
        return source;
    }
}
