package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.VolumeProfile;
import java.util.Map;
import java.util.Set;

/**
 * What is to be filled, and how.
 *
 * @param table the table
 * @param targets the columns to fill
 * @param update whether the rows are there already
 * @param profile how many rows, and of what
 * @param tables all tables
 * @param pending referenced tables that will be filled later
 * @param beside the rows that are there already, if there are to be more
 * @param way how it is tried
 */
record Task(
        Table table,
        Set<String> targets,
        boolean update,
        VolumeProfile profile,
        Map<QualifiedName, Table> tables,
        Set<QualifiedName> pending,
        Beside beside,
        Way way) {
    Task {
        targets = Set.copyOf(targets);
        pending = Set.copyOf(pending);
    }

    Task by(Way other) {
        return new Task(table, targets, update, profile, tables, pending, beside, other);
    }

    /** {@return this, with all keys offered and those that are taken skipped} */
    Task skipping(long held, long rows) {
        Way all = new Way(way.trial(), false, true, false, rows);
        return new Task(table, targets, update, profile, tables, pending, new Beside(held, Beside.ALL_TAKEN), all);
    }

    long rows() {
        return way.rows();
    }

    /**
     * Rows that are there already.
     *
     * @param rows how many
     * @param taken the numbers of counters up to this one are taken, as far as can be told
     */
    record Beside(long rows, long taken) {
        /** There are none. */
        static final Beside NOTHING = new Beside(0, 0);

        /** Nobody knows which numbers are free: all are to be offered. */
        static final long ALL_TAKEN = Long.MAX_VALUE / 4;
    }

    /**
     * How it is tried.
     *
     * @param trial whether candidates are tried until the CHECKs hold
     * @param edges whether extreme values are strewn in
     * @param skip whether rows that collide are skipped
     * @param streams whether many rows are made in one session and written in another
     * @param rows how many rows
     */
    record Way(boolean trial, boolean edges, boolean skip, boolean streams, long rows) {}
}
