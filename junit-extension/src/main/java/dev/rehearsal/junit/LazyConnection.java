package dev.rehearsal.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection that is opened when it is first used: one that waits for its turn must not stand in a migration's way. */
final class LazyConnection implements InvocationHandler, AutoCloseable {
    private final DataSource source;
    private @Nullable Connection real;
    private boolean closed;

    LazyConnection(DataSource source) {
        this.source = source;
    }

    Connection proxy() {
        return (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        return switch (method.getName()) {
            case "close" -> {
                close();
                yield null;
            }
            case "isClosed" -> closed || (real != null && real.isClosed());
            default -> onReal(method, arguments);
        };
    }

    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> "connection of a migration test";
        };
    }

    private @Nullable Object onReal(Method method, Object @Nullable [] arguments) throws Throwable {
        if (closed) {
            throw new SQLException("The connection is closed.", "08003");
        }
        if (real == null) {
            real = source.getConnection();
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        if (real != null) {
            real.close();
        }
    }
}
