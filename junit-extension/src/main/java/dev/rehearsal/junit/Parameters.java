package dev.rehearsal.junit;

import dev.rehearsal.database.DatabaseAddress;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The parameters that a test can have. */
final class Parameters {
    private static final String ASSERTJ_DB = "org.assertj.db.type.AssertDbConnection";

    private Parameters() {}

    /** {@return whether it is one of ours, or one that was certainly meant to be} */
    static boolean supports(ParameterContext parameter, Method test) {
        Class<?> type = parameter.getParameter().getType();
        return type == MigrationUnderTest.class
                || type.getName().equals(ASSERTJ_DB)
                || type.getPackageName().equals("java.sql")
                || type.getPackageName().equals("javax.sql")
                || parameter.isAnnotated(JdbcUrl.class)
                || isNakedString(parameter, test);
    }

    /** Beside {@code @ParameterizedTest} and the like, a string is an argument of theirs. */
    private static boolean isNakedString(ParameterContext parameter, Method test) {
        return parameter.getParameter().getType() == String.class
                && parameter.getParameter().getAnnotations().length == 0
                && !MigrationTestExtension.repeatedByOthers(test);
    }

    static Object resolve(ParameterContext parameter, TestInvocation invocation) {
        Class<?> type = parameter.getParameter().getType();
        if (parameter.isAnnotated(JdbcUrl.class)) {
            if (type == String.class) {
                return url(invocation.database().address());
            }
        } else if (type == MigrationUnderTest.class) {
            return invocation.migration();
        } else if (type == DataSource.class) {
            return invocation.database().dataSource();
        } else if (type == Connection.class) {
            return invocation.database().newConnection();
        } else if (type.getName().equals(ASSERTJ_DB)) {
            return AssertDb.connection(invocation.database().dataSource());
        }
        throw new ParameterResolutionException(invocation.plan().name()
                + ": there is nothing to give for the parameter '"
                + parameter.getParameter() + "'. A parameter can be a MigrationUnderTest, a javax.sql.DataSource, a"
                + " java.sql.Connection, an AssertDbConnection of AssertJ-DB, or a String with @JdbcUrl.");
    }

    private static String url(DatabaseAddress address) {
        return address.url() + (address.url().contains("?") ? "&" : "?") + "user=" + encoded(address.user())
                + "&password=" + encoded(address.password());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
