package dev.rehearsal.flyway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows the statements that wait for every older transaction, and so for the one in which Flyway holds its lock. */
final class SelfWait {
    private static final Pattern WAITS = Pattern.compile("(CREATE( UNIQUE)? INDEX|REINDEX( .*)?) CONCURRENTLY\\b.*");

    private SelfWait() {}

    /** {@return why Flyway would wait for itself if it ran this file holding its transactional lock; else null} */
    static @Nullable String of(ScannedFile file) {
        if (file.transactional()) {
            return null;
        }
        return file.parsed().statements().stream()
                .filter(statement -> WAITS.matcher(statement.words()).matches())
                .findFirst()
                .map(statement -> reason(file, statement))
                .orElse(null);
    }

    private static String reason(ScannedFile file, ParsedStatement statement) {
        return file.script().name() + ":" + statement.line() + ": "
                + statement.body().lines().findFirst().orElse("")
                + " waits for all older transactions to end, and Flyway keeps one open while it migrates, to hold its"
                + " lock. Set flyway.postgresql.transactional.lock=false.";
    }
}
