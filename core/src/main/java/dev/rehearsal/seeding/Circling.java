package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** What the filling of tables that point at each other asks of an engine. */
public interface Circling {
    /** {@return the result of the work, all of which happens or none} */
    <T> T together(Work<T> work) throws SQLException, UnfillableException;

    /**
     * Makes rows of a table, notes them as those that others can point at, and takes them away again.
     *
     * @param table which
     * @param filling makes them
     * @throws SQLException if the server refuses
     * @throws UnfillableException if it cannot be filled
     */
    void foresee(SeedTable table, Work<Made> filling) throws SQLException, UnfillableException;

    /** {@return whether rows of the table have been foreseen} */
    boolean foresees(QualifiedName table);

    /** Forgets what was foreseen of a table. */
    void forget(QualifiedName table);

    /** Forgets all that was foreseen. */
    void forgetAll();

    /** {@return whether a row points at one that is not there} */
    boolean pointsInVain(SeedTable table, ForeignKey key, SeedTable parent) throws SQLException;

    /** {@return why nobody can fill the tables; the failure itself if it says something else} */
    Exception explained(SQLException failure, List<SeedTable> circle);

    /** Something to run. */
    interface Work<T> {
        /** {@return what came of it} */
        T run() throws SQLException, UnfillableException;
    }
}
