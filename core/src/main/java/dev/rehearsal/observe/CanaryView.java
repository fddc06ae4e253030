package dev.rehearsal.observe;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How canaries ask this engine. Stateless; safe for use by threads. */
public interface CanaryView {
    /**
     * {@return for how long a canary may wait at most, in milliseconds, so that it is gone before the server looks for a
     * deadlock}
     *
     * @param connection that looks
     * @throws SQLException if the server fails
     */
    int longestMs(Connection connection) throws SQLException;

    /**
     * {@return connections whose statements give up when they have waited that long}
     *
     * @param milliseconds how long
     * @param access what they are for
     */
    DataSource source(int milliseconds, Access access);

    /**
     * {@return a statement that needs what an application's access needs; it touches no row, fires no trigger and holds
     * nothing beyond itself}
     *
     * @param access to do what
     * @param table to which
     */
    String sql(Access access, QualifiedName table);

    /** {@return what a failure of that statement says} */
    Answer answer(SQLException failure);

    /** What a canary can be told. */
    enum Answer {
        /** It has waited for too long. */
        GAVE_UP,
        /** The table is not there. */
        NO_TABLE,
        /** Something else, with which it cannot go on. */
        FAILED
    }
}
