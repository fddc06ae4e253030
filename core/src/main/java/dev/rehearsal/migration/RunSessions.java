package dev.rehearsal.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** For runners that are given a data source: which session a connection of it is. */
public final class RunSessions {
    private RunSessions() {}

    /**
     * {@return the session of a connection; null if nobody watches it}
     *
     * @param connection from the data source that the runner was given
     */
    public static @Nullable RunSession of(Connection connection) {
        try {
            return connection.isWrapperFor(RunSession.class) ? connection.unwrap(RunSession.class) : null;
        } catch (SQLException e) {
            return null;
        }
    }
}
