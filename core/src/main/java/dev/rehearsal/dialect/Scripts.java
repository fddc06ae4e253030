package dev.rehearsal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How an engine takes a text of several statements, for runners that send their files as they are. Stateless. */
public interface Scripts {
    /**
     * {@return the statements of a text, in order; comments alone are none}
     *
     * @param text any
     */
    List<Part> parts(String text);

    /**
     * Sends a text to the server in one message, whatever it holds.
     *
     * @param connection where
     * @param text one statement or several
     * @throws SQLException if one of them fails
     */
    void send(Connection connection, String text) throws SQLException;

    /**
     * One statement of a text.
     *
     * @param offset where it begins in the text, after the comments before it
     * @param sql the statement without what ends it
     * @param control whether it begins or ends a transaction, and which
     */
    record Part(int offset, String sql, Control control) {}

    /** What a statement does to the transaction. */
    enum Control {
        /** Nothing. */
        NONE,
        /** It begins one. */
        BEGINS,
        /** It ends one. */
        ENDS
    }
}
