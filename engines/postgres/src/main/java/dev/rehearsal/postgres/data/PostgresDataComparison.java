package dev.rehearsal.postgres.data;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.DataComparison;
import dev.rehearsal.dialect.DataReader;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Compares what two PostgreSQL databases hold. Each table is read once, on the server; only where fingerprints differ
 * are rows fetched, a few at a time. Stateless; safe for use by threads.
 */
public final class PostgresDataComparison implements DataComparison {
    private static final long WORTH_THE_LOG = 64L << 20;

    private final int connections;
    private final Duration deadline;

    /** Makes one that reads over at most two connections and gives up after an hour. */
    public PostgresDataComparison() {
        this(2, Duration.ofHours(1));
    }

    /**
     * Makes one.
     *
     * @param connections over how many connections tables are read at the same time
     * @param deadline when reading is given up
     */
    public PostgresDataComparison(int connections, Duration deadline) {
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be at least 1, not " + connections);
        }
        this.connections = connections;
        this.deadline = deadline;
    }

    @Override
    public DataFingerprint fingerprint(DataSource database, Set<QualifiedName> ignored) throws SQLException {
        DataScan scan = new DataScan(database, ignored, connections, deadline);
        try (DataSessions sessions = scan.sessions()) {
            DataSession session = sessions.open();
            Collection<DataRelation> relations = scan.relations(session).values();
            Map<QualifiedName, Long> sequences = SequenceCatalog.lastValues(session);
            return DataScan.fingerprint(scan.run(sessions, relations), sequences);
        }
    }

    @Override
    public DataReader reader(DataSource database, DataSource maintenance, Set<QualifiedName> ignored) {
        return new RepeatedReading(
                new DataScan(database, ignored, connections, deadline), new WriteAheadLog(maintenance), WORTH_THE_LOG);
    }

    @Override
    public List<Loss> losses(
            DataSource before, DataFingerprint beforePrint, DataSource after, DataFingerprint afterPrint)
            throws SQLException {
        if (afterPrint.equals(beforePrint)) {
            return List.of();
        }
        try (DataSession first = DataSession.open(before, deadline);
                DataSession second = DataSession.open(after, deadline)) {
            return new DatabaseLosses(first, beforePrint, second, afterPrint).find();
        }
    }
}
