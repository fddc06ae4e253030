package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.VolumeProfile;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be filled, and how.
 *
 * @param table the table
 * @param targets the columns to fill
 * @param update whether the rows are there already
 * @param profile how many rows, and of what
 * @param tables all tables
 * @param pending referenced tables that will be filled later
 * @param held the rows that are there already, if there are to be more
 * @param way how it is tried
 * @param partition the number of the only partition that is to take rows; 0 for all
 */
public record Task(
        SeedTable table,
        Set<String> targets,
        boolean update,
        VolumeProfile profile,
        Map<QualifiedName, SeedTable> tables,
        Set<QualifiedName> pending,
        Held held,
        Way way,
        long partition) {
    public Task {
        targets = Set.copyOf(targets);
        pending = Set.copyOf(pending);
    }

    /** {@return the filling of all columns of a table, beside the rows that it has} */
    static Task of(
            SeedTable table, VolumeProfile profile, Map<QualifiedName, SeedTable> tables, Set<QualifiedName> pending) {
        Set<String> all = table.columns().stream().map(SeedColumn::name).collect(Collectors.toSet());
        return new Task(table, all, false, profile, tables, pending, Held.NOTHING, Way.FIRST, 0);
    }

    /** {@return this, with so many rows beside others} */
    Task ofRows(long rows, Held others) {
        return new Task(table, targets, update, profile, tables, pending, others, Way.FIRST.ofRows(rows), partition);
    }

    /** {@return this for one partition alone} */
    Task into(long only) {
        return new Task(table, targets, update, profile, tables, pending, held, way, only);
    }

    /** {@return this, tried in another way} */
    public Task by(Way other) {
        return new Task(table, targets, update, profile, tables, pending, held, other, partition);
    }

    /** {@return this, with all keys offered and those that are taken skipped} */
    Task skipping(long held, long rows) {
        Way all = new Way(way.trial(), false, true, false, rows);
        Held taken = new Held(held, Held.ALL_TAKEN);
        return new Task(table, targets, update, profile, tables, pending, taken, all, partition);
    }

    /** {@return how many rows are to be made} */
    public long rows() {
        return way.rows();
    }

    /**
     * Rows that are there already.
     *
     * @param rows how many
     * @param taken the numbers of counters up to this one are taken, as far as can be told
     */
    public record Held(long rows, long taken) {
        /** There are none. */
        public static final Held NOTHING = new Held(0, 0);

        /** Nobody knows which numbers are free: all are to be offered. */
        public static final long ALL_TAKEN = Long.MAX_VALUE / 4;
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
    public record Way(boolean trial, boolean edges, boolean skip, boolean streams, long rows) {
        /** The cheapest, for as many rows as there are. */
        public static final Way FIRST = new Way(false, true, false, false, Long.MAX_VALUE / 4);

        Way inOneSession() {
            return new Way(trial, edges, skip, false, rows);
        }

        Way withoutEdges() {
            return new Way(trial, false, skip, streams, rows);
        }

        Way trying() {
            return new Way(true, edges, skip, streams, rows);
        }

        Way skipping() {
            return new Way(trial, false, true, false, rows);
        }

        Way ofRows(long number) {
            return new Way(trial, edges, skip, streams, number);
        }
    }
}
