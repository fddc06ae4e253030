package dev.rehearsal.command;

import dev.rehearsal.migration.MigrationSourceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of what a command lists.
 *
 * @param version the first word
 * @param title the rest
 */
record Listing(String version, String title) {
    /** As Alembic prints its history, the newest first: {@code a1 -> a2 (head), add role}. */
    private static final Pattern ALEMBIC = Pattern.compile("\\S.* -> ([^\\s,]+)(?: \\([^)]*\\))*,\\s*(.*)");

    /** {@return what a command has printed, oldest first} */
    static List<Listing> of(List<String> lines) {
        List<Listing> listed = new ArrayList<>();
        boolean newestFirst = false;
        for (String line : lines) {
            Matcher alembic = ALEMBIC.matcher(line.strip());
            if (alembic.matches()) {
                newestFirst = true;
                listed.add(new Listing(alembic.group(1), alembic.group(2)));
            } else if (!line.isBlank()) {
                String[] words = line.strip().split("\\s+", 2);
                listed.add(new Listing(words[0], words.length < 2 ? "" : words[1]));
            }
        }
        if (newestFirst) {
            Collections.reverse(listed);
        }
        long distinct = listed.stream().map(Listing::version).distinct().count();
        if (distinct < listed.size()) {
            throw new MigrationSourceException("rehearsal.command.list prints a version twice: " + lines
                    + ". Let it print one version a line, oldest first, and nothing else.");
        }
        return listed;
    }
}
