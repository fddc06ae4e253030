package dev.rehearsal.dialect;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.assertion.AssertedDatabase;
import dev.rehearsal.dialect.assertion.OpenSession;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What the assertions of a test ask. What an engine cannot answer it says by {@link UnansweredException}. */
public interface Assertions {
    /**
     * {@return a conversation with one database, on one connection that the first question opens; the caller closes it}
     *
     * @param database where
     */
    AssertedDatabase ask(DataSource database);

    /**
     * {@return who is connected to a database now}
     *
     * @param maintenance the maintenance database of the same server, from which it is asked
     * @param database whose sessions
     * @throws SQLException if the server fails
     */
    List<OpenSession> sessions(DataSource maintenance, DatabaseAddress database) throws SQLException;
}
