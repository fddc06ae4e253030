package dev.rehearsal.postgres.watch;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The data source that the migration is given: its connections tell the recorder of what the runner does on them. */
final class MigratingSource implements DataSource, AutoCloseable {
    private final DataSource server;
    private final Map<Integer, WatchSession> open = new ConcurrentHashMap<>();
    private volatile @Nullable Recorder recorder;

    MigratingSource(DataSource server) {
        this.server = server;
    }

    /** Names the listener; before that, connections are not watched. */
    void tell(Recorder listener) {
        recorder = listener;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection raw = server.getConnection();
        Recorder listener = recorder;
        if (listener == null) {
            return raw;
        }
        WatchSession session = session(raw);
        open.put(session.pid(), session);
        ConnectionProxy handler = new ConnectionProxy(session, listener, () -> open.remove(session.pid()));
        return (Connection) Proxy.newProxyInstance(
                MigratingSource.class.getClassLoader(),
                new Class<?>[] {Connection.class, WatchSession.Watched.class},
                handler);
    }

    Iterable<WatchSession> sessions() {
        return open.values();
    }

    Integer[] pids() {
        return open.keySet().toArray(Integer[]::new);
    }

    private static WatchSession session(Connection raw) throws SQLException {
        try {
            return WatchSession.of(raw);
        } catch (SQLException e) {
            raw.close();
            throw e;
        }
    }

    /** Breaks what the runner left open, so that no session outlives the watch. */
    @Override
    public void close() throws SQLException {
        for (WatchSession session : open.values()) {
            session.raw().abort(Runnable::run);
        }
        open.clear();
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
