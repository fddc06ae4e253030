package dev.rehearsal.flyway;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows the statements that wait for the transaction in which Flyway holds its lock while it migrates: those that wait
 * for every older transaction, and those that need an exclusive lock on what Flyway has read there: its history and the
 * catalogue. Each was seen to hang, and its like without waiting not to.
 */
final class SelfWait {
    private static final Pattern CONCURRENT_INDEX =
            Pattern.compile("(CREATE( UNIQUE)? INDEX|REINDEX( .*)?) CONCURRENTLY\\b.*");
    private static final Pattern TAKES_ALL =
            Pattern.compile("REINDEX( VERBOSE)? (DATABASE|SYSTEM)( .*)?|VACUUM FULL( (ANALYZE|VERBOSE|FREEZE))*");

    private final Pattern reindexesHistory;

    /**
     * Makes one.
     *
     * @param schema where Flyway's history is
     */
    SelfWait(String schema) {
        this.reindexesHistory =
                Pattern.compile("REINDEX( VERBOSE)? SCHEMA " + Pattern.quote(schema.toUpperCase(Locale.ROOT)));
    }

    /** {@return why Flyway would wait for itself if it ran this file holding its transactional lock; else null} */
    @Nullable
    String of(ScannedFile file) {
        if (file.transactional()) {
            return null;
        }
        return file.parsed().statements().stream()
                .filter(statement -> reason(statement.words()) != null)
                .findFirst()
                .map(statement -> file.script().name() + ":" + statement.line() + ": "
                        + statement.body().lines().findFirst().orElse("") + " waits " + reason(statement.words())
                        + " Set flyway.postgresql.transactional.lock=false.")
                .orElse(null);
    }

    private @Nullable String reason(String words) {
        if (CONCURRENT_INDEX.matcher(words).matches()) {
            return "for all older transactions to end, and Flyway keeps one open while it migrates, to hold its lock.";
        }
        if (TAKES_ALL.matcher(words).matches()
                || reindexesHistory.matcher(words).matches()) {
            return "for tables that Flyway has read in the transaction that holds its lock: its history, the catalogue.";
        }
        return null;
    }
}
