package dev.rehearsal.mariadb.contention;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What ends a session's wait for a metadata lock before the lock is free: {@code lock_wait_timeout} and its kin. */
public final class WaitLimits {
    private static final Pattern MENTIONED =
            Pattern.compile("(?i)lock_wait_timeout|max_statement_time|\\bNOWAIT\\b|\\bWAIT\\s+\\d|\\bEXECUTE\\b");

    /** The server's own default is a day: nobody waits for so long, and a shorter one was meant. */
    private static final String SET = "SELECT @@lock_wait_timeout < 3600 OR @@max_statement_time > 0 OR EXISTS ("
            + "SELECT * FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA NOT IN ('mysql', 'sys')"
            + " AND ROUTINE_DEFINITION REGEXP 'lock_wait_timeout|max_statement_time')";

    private WaitLimits() {}

    /**
     * {@return whether a statement may set one}
     *
     * @param sql the statement
     */
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
