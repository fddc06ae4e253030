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
}
