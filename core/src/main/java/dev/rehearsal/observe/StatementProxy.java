package dev.rehearsal.observe;

import dev.rehearsal.migration.SessionListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before a statement and tells of what no runner tells of: statements of Java code, and the runner's own. */
final class StatementProxy implements InvocationHandler {
    private static final Set<String> SENDING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private final JdbcSession session;
    private final SessionListener listener;
    private final Connection connection;
    private final Statement statement;
    private @Nullable String sql;

    StatementProxy(
            JdbcSession session,
            SessionListener listener,
            Connection connection,
            Statement statement,
            @Nullable String sql) {
        this.session = session;
        this.listener = listener;
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
        if (!SENDING.contains(method.getName()) || !listener.wants(session)) {
            return ConnectionProxy.call(statement, method, args);
        }
        return timed(method, args);
    }

    private static boolean sends(Method method) {
        return method.getName().equals("addBatch") || SENDING.contains(method.getName());
    }

    private @Nullable Object timed(Method method, Object @Nullable [] args) throws Throwable {
        listener.beforeUntold(session, sql == null ? "" : sql);
        boolean failed = true;
        try {
            Object result = ConnectionProxy.call(statement, method, args);
            failed = false;
            return result;
        } finally {
            listener.afterUntold(session, failed);
        }
    }
}
