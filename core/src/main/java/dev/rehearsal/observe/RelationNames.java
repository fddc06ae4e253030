package dev.rehearsal.observe;

import dev.rehearsal.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The relations of the database, by number. They are read before the migration and whenever a transaction has made some
 * that are not known yet; reading takes no lock that a migration could wait for. Safe for use by several threads.
 */
public final class RelationNames {
    private final Observer observer;
    private final Observer.Question<Map<Long, LockedRelation>> relations;
    private final Map<Long, LockedRelation> known = new HashMap<>();
    private final Set<Long> before = new HashSet<>();
    private final Set<Long> sought = new HashSet<>();

    RelationNames(Observer observer, Observer.Question<Map<Long, LockedRelation>> relations) {
        this.observer = observer;
        this.relations = relations;
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
    public synchronized void learnAll() {
        read().forEach(known::putIfAbsent);
    }

    /** {@return all relations that are there now} */
    public Map<Long, LockedRelation> read() {
        Map<Long, LockedRelation> found = observer.ask(relations);
        return found == null ? Map.of() : found;
    }

    /** {@return whether it was there before the migration} */
    synchronized boolean existedBefore(long id) {
        return before.contains(id);
    }

    synchronized @Nullable LockedRelation of(long id) {
        return known.get(id);
    }

    /** {@return the table that a relation is, or is a part of; null if it is not known} */
    synchronized @Nullable LockedRelation table(long id) {
        LockedRelation relation = known.get(id);
        while (relation != null && relation.owner() != null) {
            relation = known.get(relation.owner());
        }
        return relation;
    }

    /** {@return the uppermost partitioned table of a relation, or its table; null if it is not known} */
    public synchronized @Nullable LockedRelation root(long id) {
        LockedRelation relation = table(id);
        while (relation != null && relation.parent() != null && known.containsKey(relation.parent())) {
            relation = known.get(relation.parent());
        }
        return relation;
    }

    synchronized @Nullable Long id(QualifiedName name) {
        return known.values().stream()
                .filter(relation -> relation.name().equals(name))
                .map(LockedRelation::id)
                .findFirst()
                .orElse(null);
    }
}
