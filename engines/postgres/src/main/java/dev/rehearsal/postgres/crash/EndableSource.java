package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections that tell of their commits and can all be ended. */
final class EndableSource implements AutoCloseable {
    private final DataSource server;
    private final Commits commits;
    private final Map<Integer, Connection> open = new ConcurrentHashMap<>();

    EndableSource(DatabaseAddress address, Commits commits) {
        this.server = CrashConnections.migrating(address);
        this.commits = commits;
    }

    DataSource source() {
        return proxy(DataSource.class, (proxy, method, args) -> {
            Object result = call(server, method, args);
            return result instanceof Connection raw ? told(raw) : result;
        });
    }

    List<Integer> pids() {
        return new ArrayList<>(open.keySet());
    }

    private Connection told(Connection raw) throws SQLException {
        int pid = Backend.pid(raw);
        open.put(pid, raw);
        return proxy(Connection.class, (proxy, method, args) -> switch (method.getName()) {
            case "commit" -> commit(raw, method);
            case "close" -> {
                open.remove(pid);
                yield call(raw, method, args);
            }
            case "equals" -> args != null && args[0] == proxy;
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(raw, method, args);
        });
    }

    private @Nullable Object commit(Connection raw, Method method) throws Throwable {
        commits.before(raw);
        Object result = call(raw, method, null);
        commits.after(raw);
        return result;
    }

    @Override
    public void close() {
        for (Connection raw : open.values()) {
            try {
                raw.abort(Runnable::run);
            } catch (SQLException e) {
                // it is cut in any case
            }
        }
        open.clear();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(EndableSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Told of each commit, on the thread that commits. */
    interface Commits {
        /** Listens to nothing. */
        Commits IGNORED = new Commits() {};

        default void before(Connection raw) throws SQLException {}

        default void after(Connection raw) throws SQLException {}
    }
}
