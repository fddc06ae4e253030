package dev.rehearsal.postgres.watch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before a statement and times what no runner tells of: statements of Java code, and the runner's own. */
final class StatementProxy implements InvocationHandler {
    private static final Set<String> SENDING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private final WatchSession session;
    private final Recorder recorder;
    private final Connection connection;
    private final Statement statement;
    private @Nullable String sql;

    StatementProxy(
            WatchSession session, Recorder recorder, Connection connection, Statement statement, @Nullable String sql) {
        this.session = session;
        this.recorder = recorder;
        this.connection = connection;
        this.statement = statement;
        this.sql = sql;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        Object own = ConnectionProxy.Wrapping.answer(proxy, method, args);
        if (own != null) {
            return own;
        }
        if (method.getName().equals("getConnection")) {
            return connection;
        }
        if (args != null && args.length > 0 && args[0] instanceof String text && sends(method)) {
            sql = text;
        }
        if (!SENDING.contains(method.getName()) || !recorder.untold(session)) {
            return ConnectionProxy.call(statement, method, args);
        }
        return timed(method, args);
    }

    private static boolean sends(Method method) {
        return method.getName().equals("addBatch") || SENDING.contains(method.getName());
    }

    private @Nullable Object timed(Method method, Object @Nullable [] args) throws Throwable {
        recorder.beforeUntold(session, sql == null ? "" : sql);
        boolean failed = true;
        try {
            Object result = ConnectionProxy.call(statement, method, args);
            failed = false;
            return result;
        } finally {
            recorder.afterUntold(session, failed);
        }
    }
}
