package dev.rehearsal.postgres.application;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Application.Standstill;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Looks again and again whether one of the application's sessions and another wait for locks that the other holds. The
 * application's sessions give up before the server looks, so that no deadlock ends the migration; this one sees it.
 */
final class DeadlockWatch implements AutoCloseable {
    private static final long PAUSE = 5;
    private static final int SECONDS = 10;

    /** Each waits for a lock that the other holds, and for nothing that a mere place in a queue could settle. */
    private static final String CIRCLE = """
            WITH edge AS (
                SELECT w.pid AS waits, h.pid AS holds
                FROM pg_catalog.pg_locks w JOIN pg_catalog.pg_locks h
                    ON h.granted AND h.pid <> w.pid AND h.locktype = w.locktype
                    AND h.database IS NOT DISTINCT FROM w.database AND h.relation IS NOT DISTINCT FROM w.relation
                    AND h.page IS NOT DISTINCT FROM w.page AND h.tuple IS NOT DISTINCT FROM w.tuple
                    AND h.transactionid IS NOT DISTINCT FROM w.transactionid
                    AND h.classid IS NOT DISTINCT FROM w.classid AND h.objid IS NOT DISTINCT FROM w.objid
                    AND h.objsubid IS NOT DISTINCT FROM w.objsubid
                WHERE NOT w.granted AND h.pid = ANY (pg_catalog.pg_blocking_pids(w.pid)))
            SELECT DISTINCT a.waits FROM edge a JOIN edge b ON b.waits = a.holds AND b.holds = a.waits
            WHERE a.waits = ANY (?) AND NOT a.holds = ANY (?)""";

    private final Connection connection;
    private final Collection<Worker> workers;
    private final Thread thread;
    private final List<Standstill> seen = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private volatile @Nullable SQLException failure;

    private DeadlockWatch(Connection connection, Collection<Worker> workers) {
        this.connection = connection;
        this.workers = workers;
        this.thread = new Thread(this::watch, "rehearsal-deadlocks");
        this.thread.setDaemon(true);
    }

    static DeadlockWatch over(DatabaseAddress database, Collection<Worker> workers) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setApplicationName("rehearsal-deadlocks");
        source.setConnectTimeout(SECONDS);
        source.setSocketTimeout(SECONDS);
        DeadlockWatch watch = new DeadlockWatch(source.getConnection(), List.copyOf(workers));
        watch.thread.start();
        return watch;
    }

    private void watch() {
        Integer[] pids = workers.stream().map(Worker::pid).toArray(Integer[]::new);
        try (PreparedStatement circle = connection.prepareStatement(CIRCLE)) {
            circle.setArray(1, connection.createArrayOf("int4", pids));
            circle.setArray(2, connection.createArrayOf("int4", pids));
            while (!over) {
                look(circle);
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
        } catch (SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(PreparedStatement circle) throws SQLException {
        long now = System.nanoTime();
        try (ResultSet rows = circle.executeQuery()) {
            while (rows.next()) {
                int pid = rows.getInt(1);
                workers.stream()
                        .filter(worker -> worker.pid() == pid)
                        .forEach(worker -> seen.add(new Standstill(worker.running(), now)));
            }
        }
    }

    /** {@return what was seen; call it when it is closed} */
    List<Standstill> seen() throws SQLException {
        SQLException broken = failure;
        if (broken != null) {
            throw new SQLException("Deadlocks could not be looked for: " + broken.getMessage(), broken);
        }
        return List.copyOf(seen);
    }

    @Override
    public void close() throws SQLException {
        over = true;
        try (connection) {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
