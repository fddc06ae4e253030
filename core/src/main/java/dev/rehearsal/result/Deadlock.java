package dev.rehearsal.result;

import dev.rehearsal.migration.RunStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the application and one of the migration that waited for each other.
 *
 * @param phase up or down
 * @param code by which the server tells of one; null if it has none
 * @param migration what the migration waited with; null if not known
 * @param place where the application's statement stands: {@code orders.sql:12}; null if not known
 * @param sql the application's statement; null if not known
 */
public record Deadlock(
        Phase phase,
        @Nullable String code,
        @Nullable RunStatement migration,
        @Nullable String place,
        @Nullable String sql) {
    /** {@return where the migration's statement stands, for a reader: {@code V2__a.sql:3}; null if not known} */
    public @Nullable String migrationPlace() {
        return migration == null ? null : migration.script() + (migration.line() > 0 ? ":" + migration.line() : "");
    }
}
