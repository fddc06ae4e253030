package dev.rehearsal.observe;

/**
 * What a lock is on.
 *
 * @param kind what sort of thing
 * @param words what the engine calls that sort
 * @param id the engine's number of the relation, or the key of what has only a key
 */
public record LockTarget(Kind kind, String words, long id) {
    boolean isRelation() {
        return kind == Kind.RELATION;
    }

    boolean isKey() {
        return kind == Kind.KEY;
    }

    /** What can be locked. */
    public enum Kind {
        RELATION,
        /** Something that only programs know, by a key. */
        KEY,
        /** What another transaction has at hand. */
        OTHER
    }
}
