package dev.rehearsal.postgres.contention;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What ends a session's wait for a lock before the lock is free: {@code lock_timeout} and its kin. */
public final class WaitLimits {
    /** A setting by its name, a setting whose name is put together, or text that is put together and run. */
    private static final Pattern MENTIONED = Pattern.compile(
            "(?i)timeout|set_config\\s*\\((?!\\s*'[a-z_.]*'\\s*,)|\\bexecute\\s+(?!function\\b|procedure\\b)");

    private static final String SET = """
            SELECT EXISTS (SELECT FROM pg_catalog.pg_settings
                WHERE name IN ('lock_timeout', 'statement_timeout', 'transaction_timeout') AND setting <> '0')
                OR EXISTS (SELECT FROM pg_catalog.pg_proc
                    WHERE oid >= 16384 AND concat(prosrc, proconfig) ~* 'timeout|set_config')""";

    private WaitLimits() {}

    /** {@return whether a statement may set one} */
    public static boolean mayBeSetBy(String sql) {
        return MENTIONED.matcher(sql).find();
    }

    /** {@return whether sessions begin with one, or may meet one in a routine} */
    static boolean areSet(DataSource migrating) throws SQLException {
        try (Connection connection = migrating.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SET)) {
            return !row.next() || row.getBoolean(1);
        }
    }
}
