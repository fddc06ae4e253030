package dev.rehearsal.liquibase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change set as it stands in its file.
 *
 * @param id its id
 * @param author its author
 * @param up all of it but its rollback
 * @param changes the lines of its changes; empty if they are not known one by one
 * @param back its rollback; null if none is written
 */
record Region(
        String id,
        String author,
        Part up,
        List<Integer> changes,
        @Nullable Part back) {
    Region {
        changes = List.copyOf(changes);
    }

    /**
     * A part of a file.
     *
     * @param line its first line, from 1
     * @param text what stands there
     */
    record Part(int line, String text) {
        /** {@return whether a line of the file is one of its own} */
        boolean holds(int other) {
            return other >= line
                    && other <= line + text.chars().filter(c -> c == '\n').count();
        }
    }

    /** {@return the line of a change; that of the change set if it is not known} */
    int line(int change) {
        return change >= 0 && change < changes.size() ? changes.get(change) : up.line();
    }

    /** {@return whether a line of the file is one of its own} */
    boolean holds(int line) {
        return up.holds(line) || (back != null && back.holds(line));
    }
}
