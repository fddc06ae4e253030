package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.SessionListener;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The data source that a runner is given: its connections tell a listener of what is done on them. */
public final class MigratingSource implements DataSource, AutoCloseable {
    private final DataSource server;
    private final DriverSessions driver;
    private final Map<Long, JdbcSession> open = new ConcurrentHashMap<>();
    private volatile @Nullable SessionListener listener;

    /**
     * Makes one whose connections nobody watches yet.
     *
     * @param server where the connections come from
     * @param driver what is known of them
     */
    public MigratingSource(DataSource server, DriverSessions driver) {
        this.server = server;
        this.driver = driver;
    }

    /** Names the listener; before that, connections are not watched. */
    public void tell(SessionListener to) {
        listener = to;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection raw = server.getConnection();
        SessionListener told = listener;
        if (told == null) {
            return raw;
        }
        JdbcSession session = session(raw);
        open.put(session.id(), session);
        ConnectionProxy handler = new ConnectionProxy(session, told, () -> open.remove(session.id()));
        return (Connection) Proxy.newProxyInstance(
                MigratingSource.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    /** {@return the sessions that are open now} */
    public List<RunSession> sessions() {
        return new ArrayList<>(open.values());
    }

    private JdbcSession session(Connection raw) throws SQLException {
        try {
            return new JdbcSession(raw, driver);
        } catch (SQLException e) {
            raw.close();
            throw e;
        }
    }

    /** Breaks what the runner left open, so that no session outlives the watch. */
    @Override
    public void close() throws SQLException {
        SQLException failure = null;
        for (JdbcSession session : open.values()) {
            try {
                session.abort();
            } catch (SQLException e) {
                failure = failure == null ? e : failure;
            }
        }
        open.clear();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return server.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        server.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        server.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return server.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : server.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || server.isWrapperFor(type);
    }
}
