package dev.rehearsal.dialect;

import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.migration.RunSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stands between programs of others and a server, speaks its protocol, and sees what they send. Stateless. */
public interface Wire {
    /**
     * Opens a port of this machine that leads to a database.
     *
     * @param database which: a data source of the engine's own
     * @param apart whether a message of several statements is taken apart, with the same effect, where that can be done
     * @param listener told of each statement
     * @return the port; the caller closes it
     * @throws SQLException if the server cannot be reached in this way
     */
    Gate open(DataSource database, boolean apart, Listener listener) throws SQLException;

    /** A port of this machine that leads to a database. */
    interface Gate extends AutoCloseable {
        /** {@return what programs that are told nothing else read from their environment} */
        Map<String, String> environment();

        /** {@return the parts of the database's address, by the names that a user writes: {@code host}, {@code port}} */
        Map<String, String> parts();

        /** {@return whether anybody has come} */
        boolean used();

        /** Cuts off who is still there. */
        @Override
        void close();
    }

    /**
     * Told of each statement of each session, on threads of their own; meanwhile neither the program nor the server goes
     * on. Where nothing else is under way, the session can be asked.
     */
    interface Listener {
        /** Called right before something is sent. */
        void before(Sent sent, RunSession session);

        /**
         * Called right after its end, before the program learns of it.
         *
         * @param sent as it was told before
         * @param session which
         * @param failure what the server has said; null if it went well
         */
        void after(Sent sent, RunSession session, @Nullable SQLException failure);

        /**
         * Called where a program sends more before it has an answer, so that nobody can tell when it begins and ends.
         *
         * @param sent what is not seen
         */
        void unseen(Sent sent);

        /** Called when a session is given up, before and after that. */
        void closing(RunSession session, boolean closed);
    }

    /**
     * What a program sends at once.
     *
     * @param sql a statement, or several where they were not taken apart
     * @param controls what each of its statements does to the transaction
     */
    record Sent(String sql, List<Control> controls) {
        public Sent {
            controls = List.copyOf(controls);
        }

        /** {@return whether it is one statement, which does this to the transaction} */
        public boolean is(Control control) {
            return controls.equals(List.of(control));
        }
    }
}
