package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** A table that cannot be filled by what we know. */
public final class UnfillableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable QualifiedName parent;

    /** Makes one.
     *
     * @param reason why
     */
    public UnfillableException(String reason) {
        this(reason, null);
    }

    UnfillableException(String reason, @Nullable QualifiedName parent) {
        super(reason);
        this.parent = parent;
    }

    /** {@return the table whose rows are missing; null if something else is} */
    static @Nullable QualifiedName parent(Exception failure) {
        return failure instanceof UnfillableException unfillable ? unfillable.parent : null;
    }
}
