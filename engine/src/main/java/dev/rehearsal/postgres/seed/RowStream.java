package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOperation;
import org.postgresql.copy.CopyOut;

/**
 * Makes the rows in one session and writes them in another, in the binary form of COPY: both are at work at the same
 * time, and rows reach the log by the page. What is written by it is written in one transaction.
 */
final class RowStream implements AutoCloseable {
    /** A session that waits for another may wait for one that waits for it, through us: no server sees that. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '10s'";

    private static final long REPORTED = 250_000;
    private static final int PACKET = 64 * 1024;

    /** The table and all that points at it, directly or not; a table with rows is told by its second column. */
    private static final String POINTING = """
            WITH RECURSIVE pointing(id) AS (SELECT %d::oid UNION
              SELECT f.conrelid FROM pg_constraint f JOIN pointing p ON f.confrelid = p.id WHERE f.contype = 'f')
            SELECT n.nspname, c.relname, c.relkind = 'r' AND NOT c.relispartition FROM pointing p
            JOIN pg_class c ON c.oid = p.id JOIN pg_namespace n ON n.oid = c.relnamespace ORDER BY 1, 2""";

    private final DataSource database;
    private @Nullable Connection opened;

    RowStream(DataSource database) {
        this.database = database;
    }

    /** {@return how many rows of a plan were written; its indexes are built} */
    long fill(Session maker, TablePlan plan, LongConsumer done) throws SQLException {
        Session writer = writer();
        Connection connection = writer.connection();
        connection.setAutoCommit(false);
        try {
            Table table = plan.task().table();
            Sql.run(connection, PATIENCE);
            String frozen = renew(connection, table) ? ", FREEZE" : "";
            IndexSuspension indexes = IndexSuspension.of(connection, table);
            Sql.run(maker.connection(), PATIENCE);
            String target = "COPY " + table.name().quoted() + " ("
                    + Sql.names(List.copyOf(plan.values().keySet())) + ") FROM STDIN (FORMAT binary" + frozen + ")";
            String source = "COPY (" + plan.typed(1, plan.rows()) + ") TO STDOUT (FORMAT binary)";
            long made = copy(maker.connection(), source, connection, target, done);
            indexes.rebuild(connection);
            connection.commit();
            return made;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /**
     * Gives an empty table a new, empty file in this transaction, so that rows can be written as frozen: the VACUUM that
     * follows then has nothing to do. Tables that point at it must be named along with it, and must be empty, too.
     */
    private static boolean renew(Connection connection, Table table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(POINTING.formatted(table.id()))) {
            while (row.next()) {
                String name = "ONLY " + new QualifiedName(row.getString(1), row.getString(2)).quoted();
                names.add(name);
                empty.add("NOT EXISTS (SELECT FROM " + name + ")");
                if (!row.getBoolean(3)) {
                    return false;
                }
            }
        }
        boolean possible = Sql.answers(connection, empty).stream().allMatch(answer -> answer);
        if (possible) {
            Sql.run(connection, "TRUNCATE " + String.join(", ", names));
        }
        return possible;
    }

    private static long copy(
            Connection maker, String source, Connection writer, String target, LongConsumer done)
            throws SQLException {
        CopyOut out = null;
        CopyIn in = null;
        try {
            out = copies(maker).copyOut(source);
            in = copies(writer).copyIn(target);
            relay(out, in, done);
            return in.endCopy();
        } finally {
            cancel(in);
            cancel(out);
        }
    }

    private static void relay(CopyOut out, CopyIn in, LongConsumer done) throws SQLException {
        byte[] packet = new byte[PACKET];
        int filled = 0;
        long rows = 0;
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            if (filled + row.length > PACKET) {
                in.writeToCopy(packet, 0, filled);
                filled = 0;
            }
            if (row.length > PACKET) {
                in.writeToCopy(row, 0, row.length);
            } else {
                System.arraycopy(row, 0, packet, filled, row.length);
                filled += row.length;
            }
            if (++rows % REPORTED == 0) {
                done.accept(rows);
            }
        }
        in.writeToCopy(packet, 0, filled);
    }

    /** What is still going on has failed already, and is told by the failure. */
    private static void cancel(@Nullable CopyOperation copy) throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private Session writer() throws SQLException {
        Connection connection = opened;
        if (connection == null) {
            connection = database.getConnection();
            opened = connection;
        }
        return Session.prepare(connection);
    }

    @Override
    public void close() throws SQLException {
        Connection connection = opened;
        if (connection != null) {
            connection.close();
        }
    }
}
