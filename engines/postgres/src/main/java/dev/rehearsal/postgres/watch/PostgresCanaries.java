package dev.rehearsal.postgres.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.observe.Access;
import dev.rehearsal.observe.CanaryView;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What canaries send. A write is the bare lock and no {@code DELETE … WHERE false}: that would fire statement-level
 * triggers and rules, also those that the migration has just made. ONLY, for a canary that holds a partitioned table
 * while it waits for a partition could stand in the migration's way.
 *
 * <p>A read is planned anew each time, as most queries of an application are: the planner opens all indexes of the table,
 * and waits where one of them is locked although the table is not. Whoever holds a plan already would not notice.
 */
final class PostgresCanaries implements CanaryView {
    private static final String DEADLOCK_TIMEOUT =
            "SELECT setting::int FROM pg_catalog.pg_settings WHERE name = 'deadlock_timeout'";

    private final DatabaseAddress address;

    PostgresCanaries(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public int longestMs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DEADLOCK_TIMEOUT)) {
            return (row.next() ? row.getInt(1) : 1000) / 2;
        }
    }

    @Override
    public DataSource source(int milliseconds, Access access) {
        return WatchConnections.canary(address, milliseconds, access);
    }

    @Override
    public String sql(Access access, QualifiedName table) {
        return switch (access) {
            case READ -> "SELECT 1 FROM ONLY " + SqlNames.quote(table) + " WHERE false";
            case WRITE ->
                "DO $rehearsal$BEGIN LOCK TABLE ONLY " + SqlNames.quote(table)
                        + " IN ROW EXCLUSIVE MODE; END$rehearsal$";
        };
    }

    @Override
    public Answer answer(SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "55P03" -> Answer.GAVE_UP;
            case "42P01", "3F000" -> Answer.NO_TABLE;
            default -> Answer.FAILED;
        };
    }
}
