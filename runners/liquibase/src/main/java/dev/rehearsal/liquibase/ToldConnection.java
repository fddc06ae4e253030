package dev.rehearsal.liquibase;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection that tells of each statement of the migration's before and after it is sent. */
final class ToldConnection implements InvocationHandler {
    private final Connection raw;
    private final Telling telling;

    private ToldConnection(Connection raw, Telling telling) {
        this.raw = raw;
        this.telling = telling;
    }

    static Connection of(Connection raw, Telling telling) {
        return (Connection) proxy(Connection.class, new ToldConnection(raw, telling));
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(ToldConnection.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = call(raw, method, arguments);
        if (!(result instanceof Statement statement)) {
            return result;
        }
        Class<?> type = result instanceof CallableStatement
                ? CallableStatement.class
                : result instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, new ToldStatement(statement, text(arguments), telling));
    }

    private static @Nullable String text(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : null;
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A statement of such a connection. */
    private static final class ToldStatement implements InvocationHandler {
        private final Statement raw;
        private final @Nullable String prepared;
        private final Telling telling;
        private @Nullable String batched;

        ToldStatement(Statement raw, @Nullable String prepared, Telling telling) {
            this.raw = raw;
            this.prepared = prepared;
            this.telling = telling;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            String given = text(arguments);
            if (name.equals("addBatch") && given != null) {
                batched = given;
            }
            String sql = given != null ? given : prepared != null ? prepared : batched;
            if (!name.startsWith("execute") || sql == null || !Frames.migrating()) {
                return call(raw, method, arguments);
            }
            telling.before(sql);
            boolean failed = true;
            try {
                Object result = call(raw, method, arguments);
                failed = false;
                return result;
            } finally {
                telling.after(failed);
            }
        }
    }
}
