package dev.rehearsal.postgres.watch;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The relations of the database, by oid. They are read before the migration and whenever a transaction has made some
 * that are not known yet; reading takes no lock that a migration could wait for. Safe for use by several threads.
 */
final class RelationNames {
    private static final String RELATIONS = """
            SELECT c.oid::int8, n.nspname, c.relname, c.relkind IN ('r', 'm', 'p'),
                coalesce(i.indrelid, t.oid, d.refobjid)::int8, h.inhparent::int8, c.relfilenode::int8
            FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
                LEFT JOIN pg_catalog.pg_class t ON c.relkind = 't' AND t.reltoastrelid = c.oid
                LEFT JOIN pg_catalog.pg_depend d ON c.relkind = 'S' AND d.objid = c.oid
                    AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid
                    AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
                LEFT JOIN pg_catalog.pg_inherits h ON c.relispartition AND h.inhrelid = c.oid
            WHERE c.oid >= 16384""";

    private final Observer observer;
    private final Map<Long, LockedRelation> known = new HashMap<>();
    private final Set<Long> before = new HashSet<>();
    private final Set<Long> sought = new HashSet<>();

    RelationNames(Observer observer) {
        this.observer = observer;
    }

    /** Reads what exists before the migration. */
    synchronized void begin() {
        known.putAll(read());
        before.addAll(known.keySet());
    }

    /** Reads the names of locked relations that were not known, if there are any. */
    synchronized void learn() {
        Set<Long> locked = observer.folded(LockFold::relations);
        if (locked == null) {
            return;
        }
        Set<Long> unknown = new HashSet<>(locked);
        unknown.removeAll(known.keySet());
        unknown.removeAll(sought);
        if (!unknown.isEmpty()) {
            sought.addAll(unknown);
            read().forEach(known::putIfAbsent);
        }
    }

    /** Reads the names of all relations that were not known. */
    synchronized void learnAll() {
        read().forEach(known::putIfAbsent);
    }

    /** {@return all relations that are there now} */
    Map<Long, LockedRelation> read() {
        Map<Long, LockedRelation> found = observer.ask(RelationNames::relations);
        return found == null ? Map.of() : found;
    }

    synchronized boolean existedBefore(long oid) {
        return before.contains(oid);
    }

    synchronized @Nullable LockedRelation of(long oid) {
        return known.get(oid);
    }

    /** {@return the table that a relation is, or is a part of; null if it is not known} */
    synchronized @Nullable LockedRelation table(long oid) {
        LockedRelation relation = known.get(oid);
        while (relation != null && relation.owner() != null) {
            relation = known.get(relation.owner());
        }
        return relation;
    }

    /** {@return the uppermost partitioned table of a relation, or its table; null if it is not known} */
    synchronized @Nullable LockedRelation root(long oid) {
        LockedRelation relation = table(oid);
        while (relation != null && relation.parent() != null && known.containsKey(relation.parent())) {
            relation = known.get(relation.parent());
        }
        return relation;
    }

    synchronized @Nullable Long oid(QualifiedName name) {
        return known.values().stream()
                .filter(relation -> relation.name().equals(name))
                .map(LockedRelation::oid)
                .findFirst()
                .orElse(null);
    }

    private static Map<Long, LockedRelation> relations(Connection connection) throws SQLException {
        Map<Long, LockedRelation> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RELATIONS)) {
            while (row.next()) {
                QualifiedName name = new QualifiedName(row.getString(2), row.getString(3));
                Long owner = row.getObject(5, Long.class);
                Long parent = row.getObject(6, Long.class);
                found.put(
                        row.getLong(1),
                        new LockedRelation(row.getLong(1), name, row.getBoolean(4), owner, parent, row.getLong(7)));
            }
        }
        return found;
    }
}
