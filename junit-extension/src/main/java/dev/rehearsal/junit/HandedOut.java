package dev.rehearsal.junit;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The data source that a test gets: it remembers where each connection was opened. Safe for use by several threads. */
final class HandedOut implements DataSource {
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String OURS = HandedOut.class.getPackageName();

    private final DataSource real;
    private final List<Opened> opened = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean unwrapped;

    HandedOut(DataSource real) {
        this.real = real;
    }

    private record Opened(Connection connection, String where) {}

    /** {@return whether a connection was ever opened} */
    boolean wasUsed() {
        return !opened.isEmpty();
    }

    /** {@return whether connections may have been opened that are not known here} */
    boolean wasUnwrapped() {
        return unwrapped;
    }

    /** {@return where each connection that is still open was opened} */
    List<String> open() throws SQLException {
        List<String> open = new ArrayList<>();
        for (Opened one : List.copyOf(opened)) {
            if (!one.connection().isClosed()) {
                open.add(one.where());
            }
        }
        return open;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return remembered(real.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return remembered(real.getConnection(user, password));
    }

    private Connection remembered(Connection connection) {
        opened.add(new Opened(connection, caller()));
        return connection;
    }

    private static String caller() {
        return STACK.walk(frames -> frames.filter(frame -> !isOurs(frame.getClassName()))
                .findFirst()
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("an unknown place"));
    }

    private static boolean isOurs(String className) {
        return className.equals(HandedOut.class.getName()) || className.equals(OURS + ".LazyConnection");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        unwrapped = true;
        return type.isInstance(real) ? type.cast(real) : real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(real) || real.isWrapperFor(type);
    }
}
