package dev.rehearsal.postgres.watch;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.observe.LockRow;
import dev.rehearsal.observe.LockTarget;
import dev.rehearsal.observe.LockView;
import dev.rehearsal.observe.Sample;
import dev.rehearsal.observe.Span;
import dev.rehearsal.postgres.lock.TableLockMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The question to the server which locks the migrating sessions hold or wait for and, between two statements, from when
 * to when each of them ran its last one. Not safe for use by several threads.
 */
final class Look implements LockView {
    private static final String LOCKS = """
            SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::int8,
                (extract(epoch FROM clock_timestamp()) * 1e6)::int8, %s, l.*
            FROM (SELECT 1) one LEFT JOIN
                (SELECT pid, locktype,
                    CASE locktype WHEN 'advisory' THEN (classid::int8 << 32) | objid::int8
                        ELSE coalesce(relation::int8, 0) END,
                    mode, granted, coalesce((extract(epoch FROM waitstart) * 1e6)::int8, 0),
                    coalesce((extract(epoch FROM clock_timestamp() - waitstart) * 1e9)::int8, 0)
                FROM pg_catalog.pg_locks
                WHERE pid = ANY(?)
                    AND (locktype = 'relation' AND relation >= 16384 OR locktype = 'advisory'
                        OR NOT granted AND waitstart IS NOT NULL)) l ON true""";

    private static final String IDLE = """
            (SELECT string_agg(concat_ws(' ', a.pid, (extract(epoch FROM a.query_start) * 1e6)::int8,
                (extract(epoch FROM a.state_change) * 1e6)::int8), ',')
            FROM unnest(?) s (pid), LATERAL pg_stat_get_activity(s.pid) a WHERE a.state LIKE 'idle%')""";

    private final Connection connection;
    private final Supplier<List<RunSession>> sessions;
    private final PreparedStatement meanwhile;
    private final PreparedStatement between;
    private final ServerClock clock = new ServerClock();
    private long latest;

    Look(Connection connection, Supplier<List<RunSession>> sessions) throws SQLException {
        this.connection = connection;
        this.sessions = sessions;
        this.meanwhile = connection.prepareStatement(LOCKS.formatted("NULL"));
        this.between = connection.prepareStatement(LOCKS.formatted(IDLE));
    }

    /**
     * {@return what is to be seen}
     *
     * @param boundary whether no statement of the migration runs
     */
    @Override
    public Sample now(boolean boundary) throws SQLException {
        PreparedStatement question = boundary ? between : meanwhile;
        Integer[] pids = sessions.get().stream()
                .map(session -> Math.toIntExact(session.id()))
                .toArray(Integer[]::new);
        for (int i = 1; i <= (boundary ? 2 : 1); i++) {
            question.setArray(i, connection.createArrayOf("int4", pids));
        }
        List<LockRow> rows = new ArrayList<>();
        String idle = null;
        long wal = 0;
        long server = 0;
        long before = System.nanoTime();
        try (ResultSet answer = question.executeQuery()) {
            while (answer.next()) {
                wal = answer.getLong(1);
                server = answer.getLong(2);
                idle = answer.getString(3);
                readRow(answer, rows);
            }
        }
        long after = System.nanoTime();
        demandFresh(server);
        clock.told(server, before, after);
        return new Sample(before, after, wal, boundary, rows, idle == null ? Map.of() : idle(idle));
    }

    /** The server's clock goes on: the same instant twice is an answer that was given before, and 0 is none. */
    private void demandFresh(long server) throws SQLException {
        if (server == 0 || server == latest) {
            throw new SQLException("the server gave " + (server == 0 ? "no answer" : "the answer of an earlier look"));
        }
        latest = server;
    }

    private Map<Long, Sample.Idle> idle(String told) {
        Map<Long, Sample.Idle> sessions = new HashMap<>();
        for (String session : told.split(",", 0)) {
            String[] numbers = session.split(" ", 0);
            if (numbers.length == 3) { // a session that has run nothing yet has no times
                Span executed = new Span(
                        clock.notBefore(Long.parseLong(numbers[1])), clock.notAfter(Long.parseLong(numbers[2])));
                sessions.put(Long.valueOf(numbers[0]), new Sample.Idle(executed));
            }
        }
        return sessions;
    }

    private static LockTarget target(String type, long id) {
        return new LockTarget(
                switch (type) {
                    case "relation" -> LockTarget.Kind.RELATION;
                    case "advisory" -> LockTarget.Kind.KEY;
                    default -> LockTarget.Kind.OTHER;
                },
                type,
                id);
    }

    private static void readRow(ResultSet answer, List<LockRow> rows) throws SQLException {
        String mode = answer.getString(7);
        if (mode == null) {
            return;
        }
        LockTarget target = target(answer.getString(5), answer.getLong(6));
        long pid = answer.getLong(4);
        boolean granted = answer.getBoolean(8);
        long start = answer.getLong(9);
        long waited = answer.getLong(10);
        TableLockMode.ofCatalogName(mode)
                .ifPresent(m -> rows.add(new LockRow(new LockRow.Key(pid, target, m), granted, start, waited)));
    }
}
