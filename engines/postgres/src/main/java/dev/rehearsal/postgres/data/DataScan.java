package dev.rehearsal.postgres.data;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * How the tables of one database are read.
 *
 * @param database where
 * @param ignored the runner's own tables
 * @param connections over how many connections at the same time
 * @param deadline when reading is given up
 */
record DataScan(DataSource database, Set<QualifiedName> ignored, int connections, Duration deadline) {
    private static final long WORTH_A_SECOND_SESSION = 32L << 20;

    DataSessions sessions() {
        return new DataSessions(database, deadline);
    }

    /** {@return all relations that hold rows of the user's, and among them the large objects} */
    Map<QualifiedName, DataRelation> relations(DataSession session) throws SQLException {
        try {
            Map<QualifiedName, DataRelation> relations = RelationCatalog.read(session, ignored);
            relations.put(LargeObjectCatalog.NAME, LargeObjectCatalog.relation(session));
            return relations;
        } catch (SQLException e) {
            throw new SQLException("Which tables hold data could not be read: " + e.getMessage(), e.getSQLState(), e);
        }
    }

    /**
     * {@return the fingerprint of a database}
     *
     * @param prints what was read of each of {@link #relations}
     * @param sequences where its sequences stand
     */
    static DataFingerprint fingerprint(
            Map<QualifiedName, TableFingerprint> prints, Map<QualifiedName, Long> sequences) {
        Map<QualifiedName, TableFingerprint> tables = new HashMap<>(prints);
        TableFingerprint objects = Objects.requireNonNull(tables.remove(LargeObjectCatalog.NAME));
        return DataFingerprint.of(tables, sequences, LargeObjectCatalog.of(objects));
    }

    /** {@return what each relation holds; more sessions are opened where there is much to read} */
    Map<QualifiedName, TableFingerprint> run(DataSessions sessions, Collection<DataRelation> relations)
            throws SQLException {
        if (relations.stream().mapToLong(DataRelation::bytes).sum() >= WORTH_A_SECOND_SESSION) {
            sessions.openUpTo(Math.min(connections, relations.size()));
        }
        return new FingerprintScan(relations).run(sessions.all(), deadline);
    }
}
