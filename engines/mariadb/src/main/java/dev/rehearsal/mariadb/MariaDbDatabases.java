package dev.rehearsal.mariadb;

import dev.rehearsal.dialect.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** What a server says of itself. Databases are made by the server's owner: the server itself can copy none. */
final class MariaDbDatabases implements Databases {
    private static final String SETTINGS = "SELECT VERSION(), @@innodb_flush_log_at_trx_commit, @@log_bin,"
            + " @@character_set_server, @@global.sql_mode, @@lower_case_table_names";

    @Override
    public ServerFacts facts(DataSource maintenance) throws SQLException {
        try (Connection connection = maintenance.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            List<String> unlike = new ArrayList<>();
            if (row.getInt(2) != 1) {
                unlike.add(
                        "innodb_flush_log_at_trx_commit is " + row.getInt(2) + ": a commit does not wait for the disk");
            }
            if (!row.getBoolean(3)) {
                unlike.add("log_bin is off: nothing is written for replicas");
            }
            unlike.add("the server's character set is " + row.getString(4) + " and its sql_mode is " + row.getString(5)
                    + ", which production's may not be");
            return new ServerFacts("MariaDB", row.getString(1).replaceFirst("-.*", ""), unlike);
        }
    }

    @Override
    public void create(DataSource maintenance, String name) throws SQLException {
        throw refused();
    }

    @Override
    public long copy(DataSource maintenance, String source, String name) throws SQLException {
        throw refused();
    }

    @Override
    public void drop(DataSource maintenance, Collection<String> names) throws SQLException {
        throw refused();
    }

    private static SQLException refused() {
        return new SQLException(
                "In MariaDB a schema is the database: a copy bears its real name on a server of its own.");
    }
}
