package dev.rehearsal.postgres;

import dev.rehearsal.database.RunOwner;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment that a database of ours bears, so that nothing else is ever dropped.
 *
 * @param owner the process that made the database
 * @param made when
 */
record DatabaseMarker(RunOwner owner, Instant made) {
    private static final Pattern TEXT = Pattern.compile(Pattern.quote(PostgresDatabases.MARKED) + "(\\S+) made=(\\S+)");

    /** {@return the marker for a database that this process makes now} */
    static DatabaseMarker now() {
        return new DatabaseMarker(RunOwner.current(), Instant.now());
    }

    static Optional<DatabaseMarker> parse(String comment) {
        Matcher matcher = TEXT.matcher(comment);
        return matcher.matches()
                ? RunOwner.parse(matcher.group(1))
                        .flatMap(owner -> made(matcher.group(2)).map(made -> new DatabaseMarker(owner, made)))
                : Optional.empty();
    }

    private static Optional<Instant> made(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return the comment; holds no quote, whatever the machine is called} */
    @Override
    public String toString() {
        return PostgresDatabases.MARKED + owner + " made=" + made;
    }
}
