package dev.rehearsal.migration;

import dev.rehearsal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What an error of the server means, as its engine tells.
 *
 * @param kind what kind of error it is
 * @param message the server's words, or the driver's
 * @param code the engine's own code; null if there is none
 * @param detail the server's detail and hint; null if none
 * @param position the character of the statement that the server points at, from 1; 0 if it points at none
 * @param concerned what it speaks of
 * @param question the SQL that finds the rows which were there and stand in the way; null if there are none, or it is not
 *     known
 * @param assumption what a script would have to assume of production's rows for these not to be made:
 *     {@code UNIQUE (email) on users}; null if it is not known
 */
public record Fault(
        Kind kind,
        String message,
        @Nullable String code,
        @Nullable String detail,
        int position,
        Concerned concerned,
        @Nullable String question,
        @Nullable String assumption) {
    /**
     * {@return an error of which no engine says what it means}
     *
     * @param message anybody's words
     * @param code a code; null if there is none
     * @param detail more words; null if none
     */
    public static Fault unknown(String message, @Nullable String code, @Nullable String detail) {
        return new Fault(Kind.OTHER, message, code, detail, 0, Concerned.NOTHING, null, null);
    }

    /**
     * What an error speaks of, by the server's own fields.
     *
     * @param relation the table; null if it names none
     * @param column the column; null if it names none
     * @param constraint the constraint or index; null if it names none
     */
    public record Concerned(
            @Nullable QualifiedName relation,
            @Nullable String column,
            @Nullable String constraint) {
        /** No object. */
        public static final Concerned NOTHING = new Concerned(null, null, null);
    }

    /** A kind of error. */
    public enum Kind {
        /** The statement is not the engine's language. */
        SYNTAX,
        /** Rows that must differ are equal. */
        DUPLICATE_ROWS,
        /** Rows have no value where they must have one. */
        MISSING_VALUES,
        /** Rows do not meet a condition. */
        UNMET_CHECK,
        /** Rows refer to rows that are not there. */
        MISSING_PARENTS,
        /** Rows exclude each other. */
        EXCLUDED_ROWS,
        /** A value cannot be what it should be: too long, out of range, no number. */
        UNFIT_VALUE,
        /** What was asked for is more than the server can hold in one place, such as a key too long for an index. */
        LIMIT_EXCEEDED,
        /** A lock was not granted in time. */
        LOCK_NOT_AVAILABLE,
        /** Two sessions waited for each other. */
        DEADLOCK,
        /** The statement was cancelled. */
        CANCELLED,
        /** The disk is full. */
        NO_SPACE,
        /** The connection, or the server behind it, is gone. */
        CONNECTION_LOST,
        /** Something else has befallen the server, whatever the statement said. */
        SERVER_TROUBLE,
        /** Something that the statement names is not there. */
        OBJECT_MISSING,
        /** Something that the statement makes is there already. */
        OBJECT_EXISTS,
        /** A statement names a database that is not there. */
        DATABASE_MISSING,
        /** The user may not do it. */
        PERMISSION,
        /** None of these, or not known. */
        OTHER;

        /** {@return whether rows do not meet a constraint} */
        public boolean rejectsRows() {
            return switch (this) {
                case DUPLICATE_ROWS, MISSING_VALUES, UNMET_CHECK, MISSING_PARENTS, EXCLUDED_ROWS -> true;
                default -> false;
            };
        }

        /** {@return whether it befell the server or its connection, and the statement is not to blame} */
        public boolean ofTheServer() {
            return switch (this) {
                case CANCELLED, NO_SPACE, CONNECTION_LOST, SERVER_TROUBLE -> true;
                default -> false;
            };
        }
    }
}
