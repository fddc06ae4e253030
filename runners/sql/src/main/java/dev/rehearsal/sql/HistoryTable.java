package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How a tool keeps its history in the database. Stateless. */
interface HistoryTable {
    /** {@return the table} */
    QualifiedName name();

    /**
     * Makes the table if it is not there.
     *
     * @param connection where, in autocommit
     * @throws SQLException if it cannot be made
     */
    void make(Connection connection) throws SQLException;

    /**
     * {@return what it says; empty if nothing is applied}
     *
     * @param connection where, in autocommit; only read
     * @throws SQLException if it cannot be asked
     */
    Optional<Standing> read(Connection connection) throws SQLException;

    /**
     * Writes where the database stands.
     *
     * @param connection where, in autocommit
     * @param version the version; {@link #NOTHING} for none
     * @param dirty whether it is on its way there, or was when it failed
     * @throws SQLException if it cannot be written
     */
    void write(Connection connection, long version, boolean dirty) throws SQLException;

    /** The version before the first. */
    long NOTHING = -1;

    /**
     * Where a database stands.
     *
     * @param version the newest version
     * @param dirty whether it was not reached
     */
    record Standing(long version, boolean dirty) {}
}
