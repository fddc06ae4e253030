package dev.rehearsal.migration;

/** In which transactions a runner sends a script. */
public enum Transactions {
    /** The whole script in one, which is committed or not as a whole. */
    ONE,
    /** In none: what cannot run in a transaction can run here, and a failure leaves what was done before it. */
    NONE,
    /** Each statement in one of its own. */
    PER_STATEMENT,
    /** The script decides, by statements of its own that begin and end transactions. */
    UNKNOWN;

    /**
     * {@return the mode of a runner that knows only the first two}
     *
     * @param one whether the whole script is in one transaction
     */
    public static Transactions one(boolean one) {
        return one ? ONE : NONE;
    }
}
