package dev.rehearsal.dialect;

import dev.rehearsal.migration.Assumption;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The filling of tables with rows that look, weigh and hurt like production's. */
public interface Seeder {
    /**
     * Fills up: tables to the rows that the profile asks for, beside those that are there already, and nullable columns
     * that hold nothing. A row that is there is not changed but in such columns; a table that keeps its own rows not at
     * all. Deterministic from the profile's seed.
     *
     * @param database where
     * @param profile how many rows, and of what; its scripts run if there is a table
     * @param ignored the runner's own tables
     * @param progress told of each table
     * @return what was filled, and what could not be
     * @throws SQLException if the server fails; a table that cannot be filled is a result, not an error
     */
    Filling fill(DataSource database, VolumeProfile profile, Set<QualifiedName> ignored, Progress progress)
            throws SQLException;

    /**
     * {@return a seeder whose rows never have a key that one of these statements inserts a row with, as far as that can be
     * read from them}
     *
     * @param statements of all scripts of the project, those that undo included
     */
    default Seeder keepingFree(Collection<String> statements) {
        return this;
    }

    /**
     * {@return a seeder whose rows also meet what scripts assume of production's; each filling tells whether they could}
     *
     * @param assumptions of all scripts of the project
     */
    default Seeder assuming(List<Assumption> assumptions) {
        return this;
    }

    /**
     * What was filled.
     *
     * @param filled rows made, per table
     * @param unfilled tables and columns that could not be filled, with the reason and the remedy
     * @param below all tables that now hold fewer rows than the profile asks for
     * @param unanalysed tables that the server could not gather statistics of, with its words and the remedy
     * @param assumed what became of each assumption
     */
    record Filling(
            List<Filled> filled,
            List<Unfilled> unfilled,
            List<Below> below,
            List<Unfilled> unanalysed,
            List<Assumed> assumed) {
        public Filling {
            filled = List.copyOf(filled);
            unfilled = List.copyOf(unfilled);
            below = List.copyOf(below);
            unanalysed = List.copyOf(unanalysed);
            assumed = List.copyOf(assumed);
        }

        /**
         * What was filled, with statistics of all of it.
         *
         * @param filled rows made, per table
         * @param unfilled tables and columns that could not be filled, with the reason and the remedy
         * @param below all tables that now hold fewer rows than the profile asks for
         */
        public Filling(List<Filled> filled, List<Unfilled> unfilled, List<Below> below) {
            this(filled, unfilled, below, List.of(), List.of());
        }
    }

    /**
     * A table that holds fewer rows than were asked for.
     *
     * @param table which
     * @param full whether it can hold no more, by what is defined of it
     * @param reason why it holds no more
     * @param remedy what to do
     */
    record Below(QualifiedName table, boolean full, String reason, String remedy) {}

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
