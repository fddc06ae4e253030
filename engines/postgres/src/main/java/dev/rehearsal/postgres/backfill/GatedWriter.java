package dev.rehearsal.postgres.backfill;

import dev.rehearsal.dialect.Backfills.Write;
import dev.rehearsal.dialect.Backfills.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Holds a lock for each statement before which it writes. The migrating session waits for it there; once it is seen to
 * wait, the writes are done and the lock is given back.
 */
final class GatedWriter implements Writer {
    private final DataSource source;
    private final Connection gate;
    private final Map<Long, List<Write>> due;
    private final List<Write> done = new ArrayList<>();
    private final Thread thread = new Thread(this::serve, "rehearsal-writer");
    private volatile boolean over;
    private volatile @Nullable SQLException failure;

    GatedWriter(DataSource source, List<Write> writes) throws SQLException {
        this.source = source;
        this.due = new TreeMap<>(writes.stream().collect(Collectors.groupingBy(Write::statement)));
        this.gate = source.getConnection();
        try {
            for (long statement : due.keySet()) {
                ask("SELECT pg_catalog.pg_advisory_lock(" + RigSql.GATE + ", " + statement + ")");
            }
        } catch (SQLException e) {
            gate.close();
            throw e;
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            for (Map.Entry<Long, List<Write>> next : due.entrySet()) {
                if (!reached(next.getKey())) {
                    return;
                }
                done.addAll(Writes.of(source, next.getValue()));
                ask("SELECT pg_catalog.pg_advisory_unlock(" + RigSql.GATE + ", " + next.getKey() + ")");
            }
        } catch (SQLException e) {
            failure = e;
        } finally {
            release();
        }
    }

    private boolean reached(long statement) throws SQLException {
        while (!over) {
            if (ask(
                    "SELECT EXISTS (SELECT FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = "
                            + RigSql.GATE + " AND objid = " + statement + ")")) {
                return true;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                return false;
            }
        }
        return false;
    }

    private boolean ask(String sql) throws SQLException {
        try (Statement statement = gate.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && "t".equals(row.getString(1));
        }
    }

    /** Whoever still waits goes on. */
    private void release() {
        try {
            gate.close();
        } catch (SQLException e) {
            failure = failure == null ? e : failure;
        }
    }

    @Override
    public List<Write> finish() throws SQLException {
        close();
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(done);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
