package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.seeding.Made;
import dev.rehearsal.seeding.SeedTable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;

/**
 * Makes the rows in one session and writes them in another, in the binary form of COPY if all types have one: both are
 * at work at the same time, and rows reach the log by the page. What is written by it is written in one transaction.
 */
final class RowStream implements AutoCloseable {
    /** A session that waits for another may wait for one that waits for it, through us: no server sees that. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '3s'";

    /** In binary form, arrays and composites bear numbers of types that differ from database to database. */
    private static final String IS_PLAIN = """
            SELECT NOT EXISTS (SELECT FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_type e ON e.oid = t.typelem
              WHERE a.attrelid = %d AND a.attnum > 0 AND (t.typcategory IN ('A', 'C') AND t.oid >= 16384
                OR t.typsend = 0 OR t.typreceive = 0 OR e.typsend = 0 OR e.typreceive = 0))""";

    /** The table and all that points at it, directly or not; a table with rows is told by its second column. */
    private static final String POINTING = """
            WITH RECURSIVE pointing(id) AS (SELECT %d::oid UNION
              SELECT f.conrelid FROM pg_constraint f JOIN pointing p ON f.confrelid = p.id WHERE f.contype = 'f')
            SELECT n.nspname, c.relname, c.relkind = 'r' AND NOT c.relispartition FROM pointing p
            JOIN pg_class c ON c.oid = p.id JOIN pg_namespace n ON n.oid = c.relnamespace ORDER BY 1, 2""";

    private static final long WORTH_A_FLUSHER = 200_000;

    private final DataSource database;
    private final @Nullable RowCache cache;
    private final Progress progress;
    private @Nullable Connection opened;

    RowStream(DataSource database, @Nullable RowCache cache, Progress progress) {
        this.database = database;
        this.cache = cache;
        this.progress = progress;
    }

    /** {@return whether rows are kept for later runs, so that small tables are worth it as well} */
    boolean keeps() {
        return cache != null;
    }

    /** {@return how many rows of a plan were written; its indexes are built} */
    long fill(SeedSession maker, TablePlan plan, LongConsumer done) throws SQLException {
        String query = plan.typed(plan.first(), plan.first() + plan.rows() - 1);
        KeptRows kept = kept(maker, plan, query);
        if (kept != null && kept.exist()) {
            try {
                long rows = write(plan, in -> kept.send(in));
                progress.report("  " + plan.task().table().name() + ": from the cache");
                return rows;
            } catch (SQLException | IOException e) {
                kept.discard(e);
            }
        }
        try {
            return make(maker, plan, new Made(query, kept, done));
        } finally {
            if (kept != null) {
                kept.close();
            }
        }
    }

    private @Nullable KeptRows kept(SeedSession maker, TablePlan plan, String query) throws SQLException {
        RowCache directory = cache;
        return directory == null
                ? null
                : RowKey.of(maker.connection(), plan, query)
                        .map(key -> new KeptRows(directory, key, progress))
                        .orElse(null);
    }

    private long make(SeedSession maker, TablePlan plan, Made made) throws SQLException {
        if (made.kept != null) {
            made.kept.begin();
        }
        SeedSql.run(maker.connection(), PATIENCE);
        String format = format(maker.connection(), plan.task().table());
        try {
            long rows = write(plan, in -> {
                CopyOut out = copies(maker.connection())
                        .copyOut("COPY (" + made.query + ") TO STDOUT (FORMAT " + format + ")");
                new RowRelay(made.kept, made.done).relay(out, in);
            });
            if (made.kept != null) {
                made.kept.keep();
            }
            return rows;
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private long write(TablePlan plan, Feed feed) throws SQLException, IOException {
        if (plan.rows() < WORTH_A_FLUSHER) {
            return writeNow(plan, feed);
        }
        LogFlusher flusher = LogFlusher.of(database);
        try {
            return writeNow(plan, feed);
        } finally {
            flusher.close();
        }
    }

    private long writeNow(TablePlan plan, Feed feed) throws SQLException, IOException {
        Connection connection = writer().connection();
        connection.setAutoCommit(false);
        try {
            SeedTable table = plan.task().table();
            SeedSql.run(connection, PATIENCE);
            String frozen = renew(connection, table) ? ", FREEZE" : "";
            IndexSuspension indexes = IndexSuspension.of(connection, table);
            CopyIn in = copies(connection)
                    .copyIn("COPY " + SqlNames.quote(table.name()) + " ("
                            + SeedSql.names(List.copyOf(plan.values().keySet())) + ") FROM STDIN (FORMAT "
                            + format(connection, table) + frozen
                            + ")");
            long rows = fed(in, feed);
            indexes.rebuild(connection);
            connection.commit();
            return rows;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String format(Connection connection, SeedTable table) throws SQLException {
        return SeedSql.holds(connection, IS_PLAIN.formatted(table.id())) ? "binary" : "text";
    }

    private static long fed(CopyIn in, Feed feed) throws SQLException, IOException {
        try {
            feed.into(in);
            return in.endCopy();
        } catch (SQLException | IOException e) {
            cancel(in, e);
            throw e;
        }
    }

    /** Sends rows. */
    private interface Feed {
        void into(CopyIn in) throws SQLException, IOException;
    }

    /** Rows that are made by a query, perhaps kept, and told of. */
    private record Made(String query, @Nullable KeptRows kept, LongConsumer done) {}

    /**
     * Gives an empty table a new, empty file in this transaction, so that rows can be written as frozen: the VACUUM that
     * follows then has nothing to do. Tables that point at it must be named along with it, and must be empty, too.
     */
    private static boolean renew(Connection connection, SeedTable table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(POINTING.formatted(table.id()))) {
            while (row.next()) {
                String name = "ONLY " + SqlNames.quote(SqlNames.relation(row.getString(1), row.getString(2)));
                names.add(name);
                empty.add("NOT EXISTS (SELECT FROM " + name + ")");
                if (!row.getBoolean(3)) {
                    return false;
                }
            }
        }
        boolean possible = SeedSql.answers(connection, empty).stream().allMatch(answer -> answer);
        if (possible) {
            SeedSql.run(connection, "TRUNCATE " + String.join(", ", names));
        }
        return possible;
    }

    /** Ends what is still going on beside a failure; that it was cancelled is no news. */
    private static void cancel(CopyIn in, Exception failure) {
        try {
            if (in.isActive()) {
                in.cancelCopy();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return new CopyManager(connection.unwrap(BaseConnection.class));
    }

    private SeedSession writer() throws SQLException {
        Connection connection = opened;
        if (connection == null) {
            connection = database.getConnection();
            opened = connection;
        }
        return SeedSession.prepare(connection);
    }

    @Override
    public void close() throws SQLException {
        Connection connection = opened;
        if (connection != null) {
            connection.close();
        }
    }
}
