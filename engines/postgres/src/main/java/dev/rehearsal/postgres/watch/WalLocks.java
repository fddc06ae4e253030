package dev.rehearsal.postgres.watch;

import dev.rehearsal.observe.LockRow;
import dev.rehearsal.observe.LockTarget;
import dev.rehearsal.observe.RanStatement;
import dev.rehearsal.observe.Span;
import dev.rehearsal.postgres.lock.TableLockMode;
import dev.rehearsal.postgres.wal.LogInspection;
import dev.rehearsal.postgres.wal.LogInspection.Planted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Finds in the write-ahead log the ACCESS EXCLUSIVE locks of statements outside a transaction that were too short for
 * any sample.
 */
final class WalLocks {
    private static final Pattern LOCK = Pattern.compile("db (\\d+) rel (\\d+)");
    private static final long MOST_BYTES = 64L << 20;
    private static final String AVAILABLE = """
            SELECT pg_catalog.pg_is_in_recovery() OR NOT r.rolsuper
                OR current_setting('wal_level') = 'minimal'
                OR NOT EXISTS (SELECT FROM pg_catalog.pg_available_extensions WHERE name = 'pg_walinspect')
            FROM pg_catalog.pg_roles r WHERE r.rolname = current_user""";

    private static final String RECORDS = """
            SELECT pg_wal_lsn_diff(start_lsn, '0/0')::int8, description
            FROM pg_get_wal_records_info('0/0'::pg_lsn + ?::int8, '0/0'::pg_lsn + ?::int8)
            WHERE resource_manager = 'Standby' AND record_type = 'LOCK'""";

    private final DataSource maintenance;
    private final long database;
    private final KeptLog kept;

    WalLocks(DataSource maintenance, long database, KeptLog kept) {
        this.maintenance = maintenance;
        this.database = database;
        this.kept = kept;
    }

    /**
     * {@return the locks that the log tells of, for each statement}
     *
     * @param statements those whose part of the log is read
     * @throws SQLException if the log cannot be read; the message says why
     */
    Map<RanStatement, List<LockRow.Key>> of(List<RanStatement> statements) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            demandAvailable(connection);
            try {
                return LogInspection.of(connection, (inspecting, planted) -> read(inspecting, planted, statements));
            } catch (SQLException e) {
                throw kept.explained(e);
            }
        }
    }

    private static void demandAvailable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(AVAILABLE)) {
            if (!row.next() || row.getBoolean(1)) {
                throw new SQLException(
                        "reading the write-ahead log needs a superuser, the extension pg_walinspect and wal_level"
                                + " replica or more");
            }
        }
    }

    /** Statements that follow each other closely are read as one piece: each reading costs milliseconds. */
    private Map<RanStatement, List<LockRow.Key>> read(
            Connection connection, Planted planted, List<RanStatement> statements) throws SQLException {
        Map<RanStatement, List<LockRow.Key>> found = new HashMap<>();
        List<RanStatement> readable = statements.stream()
                .filter(ran -> ran.log() != null && ran.logBytes() > 0 && ran.logBytes() <= MOST_BYTES)
                .sorted(Comparator.comparingLong(WalLocks::from))
                .toList();
        readable.forEach(ran -> found.put(ran, new ArrayList<>()));
        try (PreparedStatement records = connection.prepareStatement(RECORDS)) {
            demandSight(records, planted);
            for (int begin = 0, end; begin < readable.size(); begin = end) {
                long from = from(readable.get(begin));
                long to = from;
                for (end = begin; end < readable.size() && to(readable.get(end)) - from <= MOST_BYTES; end++) {
                    to = Math.max(to, to(readable.get(end)));
                }
                add(records, new Span(from, to), readable.subList(begin, end), found);
            }
        }
        return found;
    }

    private static void demandSight(PreparedStatement records, Planted planted) throws SQLException {
        records.setLong(1, planted.from());
        records.setLong(2, planted.to());
        try (ResultSet row = records.executeQuery()) {
            Planted.demand(row.next() && LOCK.matcher(row.getString(2)).find());
        }
    }

    private void add(
            PreparedStatement records, Span log, List<RanStatement> piece, Map<RanStatement, List<LockRow.Key>> found)
            throws SQLException {
        records.setLong(1, log.from());
        records.setLong(2, log.to());
        try (ResultSet row = records.executeQuery()) {
            while (row.next()) {
                long at = row.getLong(1);
                Matcher lock = LOCK.matcher(row.getString(2));
                while (lock.find()) {
                    if (Long.parseLong(lock.group(1)) == database) {
                        LockTarget target =
                                new LockTarget(LockTarget.Kind.RELATION, "relation", Long.parseLong(lock.group(2)));
                        piece.stream()
                                .filter(ran -> from(ran) <= at && at < to(ran))
                                .forEach(ran -> found.computeIfAbsent(ran, r -> new ArrayList<>())
                                        .add(new LockRow.Key(
                                                ran.session(), target, TableLockMode.ACCESS_EXCLUSIVE.mode())));
                    }
                }
            }
        }
    }

    private static long from(RanStatement ran) {
        return ran.log() == null ? 0 : ran.log().from();
    }

    private static long to(RanStatement ran) {
        return ran.log() == null ? 0 : ran.log().to();
    }
}
