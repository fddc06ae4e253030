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
 * @param way how it is tried
 */
record Task(
        Table table,
        Set<String> targets,
        boolean update,
        VolumeProfile profile,
        Map<QualifiedName, Table> tables,
        Set<QualifiedName> pending,
        Way way) {
    Task {
        targets = Set.copyOf(targets);
        pending = Set.copyOf(pending);
    }

    Task by(Way other) {
        return new Task(table, targets, update, profile, tables, pending, other);
    }

    Task ofRows(long rows) {
        return by(new Way(way.trial(), way.edges(), way.skip(), way.streams(), rows));
    }

    long rows() {
        return way.rows();
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
