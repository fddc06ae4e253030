package dev.rehearsal.seeding;

import java.sql.SQLException;

/**
 * Makes up for rows that were skipped because they collide with others, or for which no values were found: as many more
 * are tried, with the numbers that follow.
 *
 * @param rows writes them
 * @param plan what is filled
 * @param tried how many numbers have been tried already
 */
record MoreRows(RowMaker.Rows rows, Plan plan, long tried) {
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
            long more = rows.some(plan, next, to, wanted - made);
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
}
