package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.SessionListener;
import dev.rehearsal.migration.SessionListener.End;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** Stands before a connection, times the ends of its transactions, and puts {@link StatementProxy} before statements. */
final class ConnectionProxy implements InvocationHandler {
    private final JdbcSession session;
    private final SessionListener listener;
    private final Runnable closed;

    ConnectionProxy(JdbcSession session, SessionListener listener, Runnable closed) {
        this.session = session;
        this.listener = listener;
        this.closed = closed;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        if (method.getDeclaringClass() == Wrapper.class && args != null && args[0] == RunSession.class) {
            return method.getName().equals("unwrap") ? session : true;
        }
        Object own = Wrapping.answer(proxy, method, args);
        if (own != null) {
            return own;
        }
        End end = end(method, args);
        if (end != null) {
            return ending(end, method, args);
        }
        Object result = call(session.raw(), method, args);
        return result instanceof Statement statement ? watched(proxy, method, args, statement) : result;
    }

    private @Nullable Object ending(End end, Method method, Object @Nullable [] args) throws Throwable {
        listener.ending(session, end);
        boolean failed = true;
        try {
            Object result = call(session.raw(), method, args);
            failed = false;
            return result;
        } finally {
            if (method.getName().equals("close")) {
                closed.run();
            }
            listener.ended(session, end, failed);
        }
    }

    private @Nullable End end(Method method, Object @Nullable [] args) throws SQLException {
        return switch (method.getName()) {
            case "commit" -> End.COMMIT;
            case "rollback" -> args == null ? End.ROLLBACK : null;
            case "setAutoCommit" ->
                args != null && Boolean.TRUE.equals(args[0]) && !session.raw().getAutoCommit() ? End.AUTOCOMMIT : null;
            case "close", "abort" -> session.raw().isClosed() ? null : End.CLOSE;
            default -> null;
        };
    }

    private Object watched(Object proxy, Method method, Object @Nullable [] args, Statement statement) {
        String sql = args != null && args.length > 0 && args[0] instanceof String text ? text : null;
        return Proxy.newProxyInstance(
                ConnectionProxy.class.getClassLoader(),
                new Class<?>[] {method.getReturnType()},
                new StatementProxy(session, listener, (Connection) proxy, statement, sql));
    }

    /** Calls the real thing and throws what it throws. */
    static @Nullable Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** What a proxy answers by itself: who it is, and that it is what it stands for. */
    static final class Wrapping {
        private Wrapping() {}

        static @Nullable Object answer(Object proxy, Method method, Object @Nullable [] args) {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> args != null && args[0] == proxy;
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> null;
                };
            }
            if (method.getDeclaringClass() == Wrapper.class
                    && args != null
                    && args[0] instanceof Class<?> type
                    && type.isInstance(proxy)) {
                return method.getName().equals("unwrap") ? proxy : true;
            }
            return null;
        }
    }
}
