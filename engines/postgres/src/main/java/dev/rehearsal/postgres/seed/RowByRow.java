package dev.rehearsal.postgres.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Leaves out the rows that collide where the server cannot: it knows no ON CONFLICT for a key that is checked later, and
 * does not check it at all where triggers do not run.
 */
final class RowByRow {
    private static final String NOT_IN_PREREQUISITE_STATE = "55000";

    private RowByRow() {}

    /** {@return whether a refusal says that the server cannot leave rows out itself} */
    static boolean isNeeded(SQLException refusal) {
        return NOT_IN_PREREQUISITE_STATE.equals(refusal.getSQLState());
    }

    /** {@return whether a row has the key of another} */
    static boolean collides(SQLException refusal) {
        return "23505".equals(refusal.getSQLState()) || "23P01".equals(refusal.getSQLState());
    }

    /** {@return how many rows of a plan were inserted; those that collide were not} */
    static long insert(Connection connection, TablePlan plan, long from, long to) throws SQLException {
        long made = 0;
        for (long number = from; number <= to; number++) {
            Savepoint before = connection.setSavepoint();
            try {
                made += SeedSql.update(connection, plan.insertNew(number));
            } catch (SQLException e) {
                if (!collides(e)) {
                    throw e;
                }
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
        }
        return made;
    }
}
