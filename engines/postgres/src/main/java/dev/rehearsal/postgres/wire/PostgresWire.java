package dev.rehearsal.postgres.wire;

import dev.rehearsal.dialect.Wire;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Between foreign programs and PostgreSQL. Stateless; safe for use by several threads. */
public final class PostgresWire implements Wire {
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    /** Makes one. */
    public PostgresWire() {}

    @Override
    public Gate open(DataSource database, boolean apart, Listener listener) throws SQLException {
        PGSimpleDataSource source = database.unwrap(PGSimpleDataSource.class);
        @Nullable String mode = source.getSslMode();
        if (mode != null && ENCRYPTED.contains(mode.toLowerCase(Locale.ROOT))) {
            throw new SQLException("The statements of a foreign program are read on their way to the server, and "
                    + "rehearsal.database asks for an encrypted way (sslmode=" + mode
                    + "). Rehearse on another server, such as embedded.");
        }
        Target target = new Target(
                source.getServerNames()[0],
                port(source),
                Objects.requireNonNull(source.getDatabaseName()),
                Objects.requireNonNullElse(source.getUser(), ""),
                Objects.requireNonNullElse(source.getPassword(), ""));
        try {
            return new PostgresGate(target, apart, listener);
        } catch (IOException e) {
            throw new SQLException("No port of this machine can be opened: " + e.getMessage(), e);
        }
    }

    private static int port(PGSimpleDataSource source) {
        int port = source.getPortNumbers()[0];
        return port == 0 ? 5432 : port;
    }
}
