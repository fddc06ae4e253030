package dev.rehearsal.dialect;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to see each batch of a migration, wherever its loop runs: in a client, a block or a procedure; to end its
 * session inside of a chosen one; and to write to the same tables meanwhile.
 */
public interface Backfills {
    /** Stands for the old value in what {@link #changes} tells; left there, it is what the row holds. */
    String OLD = "{old}";

    /**
     * Prepares a database so that each statement that writes is written down by the server itself.
     *
     * @param database a copy, on which nobody works yet
     * @param tables whose statements are written down
     * @param own the runner's own tables
     * @param halt where the migrating session is ended, or waits
     * @return what was prepared; closing it takes it back
     * @throws SQLException if the server refuses
     */
    Rig rig(DatabaseAddress database, Collection<QualifiedName> tables, Collection<QualifiedName> own, Halt halt)
            throws SQLException;

    /**
     * {@return rows that each of these transactions wrote last, as far as they are still there; none of a table without a
     * primary key}
     *
     * @param database in which they ran
     * @param table whose rows
     * @param transactions their numbers
     * @param each how many rows of each at most
     * @throws SQLException if the server fails
     */
    List<List<String>> rowsOf(DatabaseAddress database, QualifiedName table, List<Long> transactions, int each)
            throws SQLException;

    /**
     * {@return the values of rows, by row and column; a row that is not there is absent}
     *
     * @param database where
     * @param table whose rows
     * @param rows which
     * @throws SQLException if the server fails
     */
    Map<String, Map<String, Value>> values(DatabaseAddress database, QualifiedName table, Collection<String> rows)
            throws SQLException;

    /**
     * {@return how an application could change each column that it may change freely: an expression of {@link #OLD}}
     *
     * @param database where
     * @param table whose columns
     * @throws SQLException if the server fails
     */
    Map<String, String> changes(DatabaseAddress database, QualifiedName table) throws SQLException;

    /**
     * Takes rows away, whoever refers to them; they come back later.
     *
     * @param database where
     * @param table whose
     * @param rows which
     * @throws SQLException if that is refused
     */
    void away(DatabaseAddress database, QualifiedName table, Collection<String> rows) throws SQLException;

    /**
     * {@return those of the writes that were possible, each in a transaction of its own}
     *
     * @param database where
     * @param writes which
     * @throws SQLException if the server cannot be reached
     */
    List<Write> write(DatabaseAddress database, List<Write> writes) throws SQLException;

    /**
     * Begins to write whenever the migrating session waits at a statement. The caller closes it once the migration is over.
     *
     * @param database where; its rig waits at {@link Halt.Kind#WAIT}
     * @param writes what, each at its statement
     * @throws SQLException if the server cannot be reached
     */
    Writer beside(DatabaseAddress database, List<Write> writes) throws SQLException;

    /** A prepared database. Closing it takes back what was prepared. */
    interface Rig extends AutoCloseable {
        /** {@return the statements whose transactions were committed, in order} */
        List<Ran> ran() throws SQLException;

        /** {@return whether the session was ended where it was to be} */
        boolean ended() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** Who writes beside a migration. */
    interface Writer extends AutoCloseable {
        /**
         * {@return what was written}; no write begins after that
         *
         * @throws SQLException if the server failed
         */
        List<Write> finish() throws SQLException;

        @Override
        void close();
    }

    /**
     * Where a migrating session is ended, or waits.
     *
     * @param kind how
     * @param statements the how-manieth statements that write, from 1
     */
    record Halt(Kind kind, List<Long> statements) {
        /** Nowhere. */
        public static final Halt NOWHERE = new Halt(Kind.NONE, List.of());

        public Halt {
            statements = List.copyOf(statements);
        }

        /** How. */
        public enum Kind {
            NONE,
            /** It is ended before the statement. */
            END_BEFORE,
            /** It is ended after the statement, before anything is committed. */
            END_AFTER,
            /** It is ended when the runner notes something after the statement. */
            END_AT_HISTORY,
            /** It waits before the statement until others have written. */
            WAIT
        }
    }

    /**
     * A statement that ran.
     *
     * @param number the how-manieth that writes, from 1
     * @param transaction in which it ran
     * @param session in which
     * @param table to which it wrote
     * @param sql what the client had sent when it ran
     * @param times when its transaction began, when it began and when it had ended
     * @param written how many rows it wrote
     * @param work what its session has done by its end
     */
    record Ran(
            long number,
            long transaction,
            long session,
            QualifiedName table,
            String sql,
            Times times,
            long written,
            Work work) {}

    /**
     * When.
     *
     * @param transaction its transaction began
     * @param began it began
     * @param ended it had ended
     */
    record Times(Instant transaction, Instant began, Instant ended) {}

    /**
     * What a session has done since it was counted anew. Counts are the server's, and do not depend on its load.
     *
     * @param anew whether it was counted anew since the statement before
     * @param looked rows and entries of indexes that were looked at
     * @param scans how often the written table was read from its beginning
     */
    record Work(boolean anew, long looked, long scans) {}

    /**
     * A value of a row.
     *
     * @param text as the engine writes it; null for none
     */
    record Value(@Nullable String text) {}

    /**
     * One write of an application.
     *
     * @param statement the statement of the migration before which it is done; 0 if before all
     * @param table to which
     * @param row which row
     * @param insert whether the row is new
     * @param expressions what each column gets
     */
    record Write(long statement, QualifiedName table, String row, boolean insert, Map<String, String> expressions) {
        public Write {
            expressions = Map.copyOf(expressions);
        }
    }
}
