package dev.rehearsal.postgres.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Makes up for rows that were skipped because they collide with others, or for which no values were found: as many more
 * are tried, with the numbers that follow.
 *
 * @param session where
 * @param plan what is filled
 * @param tried how many numbers have been tried already
 */
record MoreRows(SeedSession session, TablePlan plan, long tried) {
    private static final int ROUNDS = 40;

    /** More keys than any script inserts by hand: who has found none among so many finds none. */
    private static final long ENOUGH = 100_000;

    /** {@return how many rows there are with those that were made already; never more than were asked for} */
    long upTo(long already) throws SQLException {
        if (tried > 0 && already == 0 && !plan.leaves()) {
            return 0; // nothing has been found at all
        }
        long wanted = plan.task().rows();
        boolean all = plan.offersAll();
        boolean grows = all || plan.leaves();
        long last = plan.room().last();
        long made = already;
        long next = plan.first() + tried;
        long size = Math.max(1, wanted - made);
        long patience = all ? Long.MAX_VALUE : next + Math.max(ENOUGH, wanted);
        for (int round = 0; (all || round < ROUNDS) && made < wanted && next <= last; round++) {
            if (made == 0 && next > patience) {
                break;
            }
            long to = Math.min(last, next + size - 1);
            long more = attempt(next, to, wanted - made);
            if (more < 0) {
                size = Math.max(wanted - made, size / 2);
                continue;
            }
            made += more;
            next = to + 1;
            // Where most keys are taken, small steps take long.
            size = grows && more == 0
                    ? Math.min(size * 2, all ? Long.MAX_VALUE / 2 : ENOUGH)
                    : Math.max(1, wanted - made);
        }
        return made;
    }

    /** {@return how many rows were made; -1 if they would have been too many, and were taken back} */
    private long attempt(long from, long to, long most) throws SQLException {
        Connection connection = session.connection();
        Savepoint before = connection.setSavepoint();
        long made;
        try {
            made = SeedSql.update(connection, plan.insert(from, to));
        } catch (SQLException e) {
            if (!RowByRow.isNeeded(e)) {
                throw e;
            }
            connection.rollback(before);
            made = RowByRow.insert(connection, plan, from, to);
        }
        if (made > most) {
            connection.rollback(before);
            return -1;
        }
        connection.releaseSavepoint(before);
        return made;
    }
}
