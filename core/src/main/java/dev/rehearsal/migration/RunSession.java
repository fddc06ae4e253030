package dev.rehearsal.migration;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session of the database that migrates, whichever way it is watched: through a data source of ours, or on the wire
 * between a runner and the server. {@link #ask} is for the thread that migrates, between two statements.
 */
public interface RunSession {
    /** {@return the number by which the server knows it; nothing is asked} */
    long id();

    /**
     * {@return whether it is in a transaction, as was told with its last answer; nothing is asked}
     *
     * @throws SQLException if that is not known, for example because the session has ended
     */
    Transaction transaction() throws SQLException;

    /**
     * {@return the rows of an answer that the session itself gives, so that it tells of what it has not committed}
     *
     * @param question one query without parameters
     * @param reader what is made of each row
     * @throws SQLException if it cannot be asked
     */
    <T> List<T> ask(String question, Reader<T> reader) throws SQLException;

    /**
     * Cuts it off, whatever it does. May be called by any thread.
     *
     * @throws SQLException if that fails
     */
    void abort() throws SQLException;

    /** What a session can be in. */
    enum Transaction {
        /** In none: what the last statement did stays, and its locks are gone. */
        NONE,
        /** In one that goes on. */
        OPEN,
        /** In one that has failed: it answers nothing until that is rolled back. */
        FAILED
    }

    /** A row of an answer, as text: that is how every protocol can give it. Columns are counted from 1. */
    @FunctionalInterface
    interface Row {
        /** {@return the server's text of a column; null for no value} */
        @Nullable
        String text(int column) throws SQLException;

        /** {@return a whole number; 0 for no value} */
        default long number(int column) throws SQLException {
            String text = text(column);
            return text == null ? 0 : Long.parseLong(text);
        }

        /** {@return a truth value; false for no value} */
        default boolean flag(int column) throws SQLException {
            String text = text(column);
            return text != null && (text.equals("t") || text.equals("1") || text.equals("true"));
        }
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reader<T> {
        /** {@return what the row says} */
        T of(Row row) throws SQLException;
    }
}
