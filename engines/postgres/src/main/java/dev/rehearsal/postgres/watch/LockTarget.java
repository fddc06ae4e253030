package dev.rehearsal.postgres.watch;

/**
 * What a lock is on.
 *
 * @param type as in {@code pg_locks.locktype}
 * @param id the relation's oid, or the key of an advisory lock
 */
record LockTarget(String type, long id) {
    boolean isRelation() {
        return type.equals("relation");
    }

    boolean isAdvisory() {
        return type.equals("advisory");
    }
}
