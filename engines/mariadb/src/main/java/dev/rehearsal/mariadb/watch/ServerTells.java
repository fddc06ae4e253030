package dev.rehearsal.mariadb.watch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a server tells of metadata locks.
 *
 * @param asked whether it tells which are asked for, and who waits
 * @param heldLocks whether it tells which are held
 */
record ServerTells(boolean asked, boolean heldLocks) {
    private static final String INSTRUMENT =
            "UPDATE performance_schema.setup_instruments SET ENABLED = 'YES', TIMED = 'YES'"
                    + " WHERE NAME IN ('wait/lock/metadata/sql/mdl', 'stage/sql/Waiting for table metadata lock',"
                    + " 'stage/sql/copy to tmp table')";
    private static final String CONSUMER = "UPDATE performance_schema.setup_consumers SET ENABLED = 'YES'"
            + " WHERE NAME IN ('events_stages_current', 'events_stages_history_long')";
    private static final String ASKED = "SELECT @@performance_schema AND EXISTS (SELECT * FROM"
            + " performance_schema.setup_instruments WHERE NAME = 'wait/lock/metadata/sql/mdl' AND ENABLED = 'YES')";
    private static final String HELD = "SELECT EXISTS (SELECT * FROM information_schema.PLUGINS"
            + " WHERE PLUGIN_NAME = 'METADATA_LOCK_INFO' AND PLUGIN_STATUS = 'ACTIVE')";

    static ServerTells of(Connection connection) throws SQLException {
        if (!yes(connection, ASKED)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(INSTRUMENT);
                statement.execute(CONSUMER);
            } catch (SQLException e) {
                return new ServerTells(false, yes(connection, HELD));
            }
        }
        return new ServerTells(yes(connection, ASKED), yes(connection, HELD));
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
