package dev.rehearsal.provider;

import java.util.List;
import java.util.regex.Pattern;

/** What a PostgreSQL server's log tells of its end: its connections only see that it is gone. */
public final class ServerLogEnd {
    private static final Pattern FATAL = Pattern.compile("PANIC: |No space left|Cannot allocate memory|out of memory");

    private ServerLogEnd() {}

    /**
     * {@return the lines that tell of it; empty if none does}
     *
     * @param log the end of the server's log
     */
    public static List<String> in(String log) {
        return log.lines()
                .filter(line -> FATAL.matcher(line).find())
                .map(String::strip)
                .toList();
    }
}
