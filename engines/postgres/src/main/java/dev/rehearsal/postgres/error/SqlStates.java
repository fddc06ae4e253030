package dev.rehearsal.postgres.error;

import dev.rehearsal.migration.Fault.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's error codes, by chapter "PostgreSQL Error Codes" of its documentation, and what they mean to us. */
final class SqlStates {
    private static final String NO_DATABASE = "3D000";
    private static final Map<String, Kind> CODES = Map.ofEntries(
            Map.entry("42601", Kind.SYNTAX),
            Map.entry("23505", Kind.DUPLICATE_ROWS),
            Map.entry("23502", Kind.MISSING_VALUES),
            Map.entry("23514", Kind.UNMET_CHECK),
            Map.entry("23503", Kind.MISSING_PARENTS),
            Map.entry("23P01", Kind.EXCLUDED_ROWS),
            Map.entry("55P03", Kind.LOCK_NOT_AVAILABLE),
            Map.entry("40P01", Kind.DEADLOCK),
            Map.entry("57014", Kind.CANCELLED),
            Map.entry("53100", Kind.NO_SPACE),
            Map.entry("57P01", Kind.CONNECTION_LOST),
            Map.entry("57P02", Kind.CONNECTION_LOST),
            Map.entry("57P03", Kind.CONNECTION_LOST),
            Map.entry("57P05", Kind.CONNECTION_LOST),
            Map.entry("42501", Kind.PERMISSION),
            Map.entry("42P01", Kind.OBJECT_MISSING),
            Map.entry("42703", Kind.OBJECT_MISSING),
            Map.entry("42704", Kind.OBJECT_MISSING),
            Map.entry("42883", Kind.OBJECT_MISSING),
            Map.entry("3F000", Kind.OBJECT_MISSING),
            Map.entry("42P07", Kind.OBJECT_EXISTS),
            Map.entry("42P06", Kind.OBJECT_EXISTS),
            Map.entry("42P04", Kind.OBJECT_EXISTS),
            Map.entry("42701", Kind.OBJECT_EXISTS),
            Map.entry("42710", Kind.OBJECT_EXISTS),
            Map.entry("42723", Kind.OBJECT_EXISTS),
            Map.entry("54000", Kind.LIMIT_EXCEEDED),
            Map.entry(NO_DATABASE, Kind.SERVER_TROUBLE)); // ours, which is gone

    /** By the first two characters, where no more is known. */
    private static final Map<String, Kind> CLASSES = Map.of(
            "08", Kind.CONNECTION_LOST,
            "22", Kind.UNFIT_VALUE,
            "53", Kind.SERVER_TROUBLE,
            "54", Kind.LIMIT_EXCEEDED,
            "57", Kind.SERVER_TROUBLE,
            "58", Kind.SERVER_TROUBLE,
            "XX", Kind.SERVER_TROUBLE);

    private SqlStates() {}

    static Kind kind(@Nullable String code) {
        if (code == null || code.length() < 2) {
            return Kind.OTHER;
        }
        Kind known = CODES.get(code);
        return known == null ? CLASSES.getOrDefault(code.substring(0, 2), Kind.OTHER) : known;
    }

    /** {@return whether a database is not there: ours, or one that a statement names} */
    static boolean isNoDatabase(@Nullable String code) {
        return NO_DATABASE.equals(code);
    }

    /** {@return the code of a kind; null if there are several, or none} */
    static @Nullable String code(Kind kind) {
        String found = null;
        for (Map.Entry<String, Kind> entry : CODES.entrySet()) {
            if (entry.getValue() == kind) {
                if (found != null) {
                    return null;
                }
                found = entry.getKey();
            }
        }
        return found;
    }
}
