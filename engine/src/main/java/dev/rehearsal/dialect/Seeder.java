package dev.rehearsal.dialect;

import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The filling of tables with rows that look, weigh and hurt like production's. */
public interface Seeder {
    /**
     * Fills what is empty: tables without rows to their profile, and nullable columns that hold nothing. What holds
     * rows or values already is left alone. Deterministic from the profile's seed.
     *
     * @param database where
     * @param profile how many rows, and of what
     * @param ignored the runner's own tables
     * @param progress told of each table
     * @return what was filled, and what could not be
     * @throws SQLException if the server fails; a table that cannot be filled is a result, not an error
     */
    Filling fill(DataSource database, VolumeProfile profile, Set<QualifiedName> ignored, Progress progress)
            throws SQLException;

    /**
     * What was filled.
     *
     * @param filled rows made, per table
     * @param unfilled tables and columns that could not be filled, with the reason and the remedy
     */
    record Filling(List<Filled> filled, List<Unfilled> unfilled) {
        public Filling {
            filled = List.copyOf(filled);
            unfilled = List.copyOf(unfilled);
        }
    }

    /**
     * A table that was filled.
     *
     * @param table which
     * @param rows how many rows were made
     * @param seconds how long it took
     */
    record Filled(QualifiedName table, long rows, double seconds) {}

    /**
     * A table, or a column of it, that could not be filled.
     *
     * @param what {@code public.users} or {@code public.users.email}
     * @param reason why
     * @param remedy what to do
     */
    record Unfilled(String what, String reason, String remedy) {}
}
