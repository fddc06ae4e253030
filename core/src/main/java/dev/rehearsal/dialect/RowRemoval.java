package dev.rehearsal.dialect;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.TakenRows;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The taking out of rows that stand in a migration's way. Stateless; safe for use by threads. */
public interface RowRemoval {
    /**
     * Takes the rows that a migration failed on out of a database of ours, and with them those that refer to them.
     *
     * @param database where; a copy of the one in which it failed
     * @param failure why it failed
     * @return what was taken out; empty if the server's words do not tell which rows they are, and then nothing was
     * @throws SQLException if the server fails
     */
    List<TakenRows> takeOut(DataSource database, RunFailure failure) throws SQLException;

    /** {@return whether it can find rows by running statements without some of them} */
    default boolean tries() {
        return false;
    }

    /**
     * Takes out what the server's words do not tell: the rows without which the statements succeed, found by running these
     * with some rows at a time.
     *
     * @param database where; a copy of the one in which it failed
     * @param trial another copy, in which the statements run; nobody needs it afterwards
     * @param statements those of the script up to the one that failed, in order
     * @param failure why it failed
     * @return what was taken out; empty if the rows of no table are in the way, and then nothing was
     * @throws SQLException if the server fails
     */
    default List<TakenRows> takeOut(DataSource database, DataSource trial, List<String> statements, RunFailure failure)
            throws SQLException {
        return List.of();
    }
}
