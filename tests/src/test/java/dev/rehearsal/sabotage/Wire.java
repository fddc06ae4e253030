package dev.rehearsal.sabotage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stands between our questions and the server. */
public final class Wire {
    private Wire() {}

    /** What is done to a question on its way. */
    @FunctionalInterface
    public interface Tap {
        /** {@return what is sent in its place} */
        String passes(String sql);

        /** {@return what is answered in place of the server's answer; null to ask the server} */
        default @Nullable ResultSet answers(String sql) throws SQLException {
            return null;
        }
    }

    public static DataSource tapped(DataSource source, Tap tap) {
        return (DataSource) proxy(
                DataSource.class,
                source,
                (name, sql, result) -> result instanceof Connection connection ? connection(connection, tap) : result,
                tap);
    }

    private static Connection connection(Connection raw, Tap tap) {
        return (Connection) proxy(
                Connection.class,
                raw,
                (name, sql, result) -> result instanceof Statement statement && name.equals("createStatement")
                        ? proxy(Statement.class, statement, (n, s, r) -> r, tap)
                        : result,
                tap);
    }

    /** What becomes of a method's result. */
    @FunctionalInterface
    private interface Change {
        @Nullable
        Object of(String method, @Nullable String sql, @Nullable Object result);
    }

    private static Object proxy(Class<?> type, Object target, Change change, Tap tap) {
        return Proxy.newProxyInstance(Wire.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            @Nullable String sql = null;
            Object[] sent = args == null ? new Object[0] : args.clone();
            if (sent.length > 0
                    && sent[0] instanceof String text
                    && (method.getName().startsWith("execute")
                            || method.getName().equals("prepareStatement"))) {
                sql = text;
                ResultSet answer = method.getName().equals("executeQuery") ? tap.answers(text) : null;
                if (answer != null) {
                    return answer;
                }
                sent[0] = tap.passes(text);
            }
            try {
                return change.of(method.getName(), sql, method.invoke(target, sent));
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        });
    }
}
