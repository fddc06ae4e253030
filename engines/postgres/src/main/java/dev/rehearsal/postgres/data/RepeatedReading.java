package dev.rehearsal.postgres.data;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.dialect.DataReader;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads all tables at first, and from then on those that may hold something else. A table is passed over only if its
 * storage is described as before, if no block of it stands in the write-ahead log since, and if no transaction that had
 * written before was still under way then: so whatever is seen of it now was seen before. Wherever one of these cannot be
 * told, all is read. Reading the log is given half the time that reading all tables has taken, and not tried where
 * there is more of it than of tables.
 */
final class RepeatedReading implements DataReader {
    private static final String DATABASE =
            "SELECT oid::int8 FROM pg_catalog.pg_database WHERE datname = current_database()";

    private static final long LITTLE_LOG = 16L << 20;
    /** Making the extension takes some of it. */
    private static final long SHORTEST_LIMIT = TimeUnit.MILLISECONDS.toNanos(500);

    private final DataScan scan;
    private final WriteAheadLog log;
    private final long worthBytes;
    private long allTook;
    private @Nullable Known known;

    /**
     * Makes one that has read nothing yet.
     *
     * @param scan reads tables
     * @param log the log of their server
     * @param worthBytes from what size of all tables on it pays to look into the log
     */
    RepeatedReading(DataScan scan, WriteAheadLog log, long worthBytes) {
        this.scan = scan;
        this.log = log;
        this.worthBytes = worthBytes;
    }

    /** What was read, with the position in the log before. */
    private record Known(
            long database,
            long position,
            Map<QualifiedName, DataRelation> relations,
            Map<QualifiedName, Storage> storage,
            Map<QualifiedName, TableFingerprint> prints) {
        boolean isStored(DataRelation relation, @Nullable Storage now) {
            QualifiedName name = relation.name();
            return now != null
                    && now.told()
                    && now.equals(storage.get(name))
                    && relation.equals(relations.get(name))
                    && prints.containsKey(name);
        }
    }

    @Override
    public synchronized DataFingerprint read() throws SQLException {
        try (DataSessions sessions = scan.sessions()) {
            DataSession session = sessions.open();
            Map<QualifiedName, DataRelation> relations = scan.relations(session);
            Map<QualifiedName, Long> sequences = SequenceCatalog.lastValues(session);
            long bytes =
                    relations.values().stream().mapToLong(DataRelation::bytes).sum();
            return DataScan.fingerprint(
                    bytes < worthBytes ? scan.run(sessions, relations.values()) : again(sessions, relations),
                    sequences);
        }
    }

    private Map<QualifiedName, TableFingerprint> again(
            DataSessions sessions, Map<QualifiedName, DataRelation> relations) throws SQLException {
        Optional<Long> position = log.calmPosition(); // before the first row is read
        DataSession session = sessions.all().get(0);
        Map<QualifiedName, Storage> storage = storage(session);
        Map<QualifiedName, TableFingerprint> prints = new HashMap<>(leftAlone(relations.values(), storage));
        prints.putAll(timed(
                sessions,
                relations.values().stream()
                        .filter(relation -> !prints.containsKey(relation.name()))
                        .toList(),
                prints.isEmpty()));
        long database = session.list(DATABASE, row -> row.getLong(1)).get(0);
        known = position.map(at -> new Known(database, at, relations, storage, prints))
                .orElse(null);
        return prints;
    }

    private Map<QualifiedName, TableFingerprint> timed(
            DataSessions sessions, Collection<DataRelation> relations, boolean all) throws SQLException {
        long begin = System.nanoTime();
        Map<QualifiedName, TableFingerprint> prints = scan.run(sessions, relations);
        allTook = all ? System.nanoTime() - begin : allTook;
        return prints;
    }

    @Override
    public synchronized Map<QualifiedName, Long> rowsLeftAlone() throws SQLException {
        if (known == null) {
            return Map.of();
        }
        try (DataSessions sessions = scan.sessions()) {
            DataSession session = sessions.open();
            return leftAlone(scan.relations(session).values(), storage(session)).entrySet().stream()
                    .filter(table -> !table.getKey().equals(LargeObjectCatalog.NAME))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, table -> table.getValue().rows()));
        }
    }

    private static Map<QualifiedName, Storage> storage(DataSession session) throws SQLException {
        Map<QualifiedName, Storage> all = Storage.read(session);
        all.put(LargeObjectCatalog.NAME, LargeObjectCatalog.storage(session));
        return all;
    }

    private Map<QualifiedName, TableFingerprint> leftAlone(
            Collection<DataRelation> relations, Map<QualifiedName, Storage> storage) {
        Known earlier = known;
        if (earlier == null) {
            return Map.of();
        }
        List<DataRelation> stored = relations.stream()
                .filter(relation -> earlier.isStored(relation, storage.get(relation.name())))
                .toList();
        if (stored.isEmpty()) {
            return Map.of();
        }
        long bytes = stored.stream().mapToLong(DataRelation::bytes).sum();
        Duration limit = Duration.ofNanos(Math.max(SHORTEST_LIMIT, allTook / 2));
        return log.writtenSince(earlier.position(), earlier.database(), Math.max(bytes, LITTLE_LOG), limit)
                .map(written -> stored.stream()
                        .map(DataRelation::name)
                        .filter(name -> Collections.disjoint(
                                written,
                                Objects.requireNonNull(storage.get(name)).files()))
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> Objects.requireNonNull(earlier.prints().get(name)))))
                .orElse(Map.of());
    }
}
