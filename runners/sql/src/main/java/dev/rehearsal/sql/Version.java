package dev.rehearsal.sql;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version.
 *
 * @param key as the tool's history keeps it
 * @param title from its name
 * @param up its way up
 * @param down its way back; null if there is none
 * @param origin what the history tells of it besides
 */
record Version(String key, String title, Way up, @Nullable Way down, Origin origin) {
    Stream<Way> ways() {
        return down == null ? Stream.of(up) : Stream.of(up, down);
    }

    /** {@return its place in a list; -1 if it is not in it} */
    static int indexOf(List<Version> versions, String key) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).key.equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What a history tells of a version besides its key.
     *
     * @param text the whole file, of which some keep a digest
     * @param stamp what its tool calls its time, or the digest that its tool gives it; empty if it has none
     */
    record Origin(String text, String stamp) {
        static Origin of(FileText file) {
            return new Origin(file.text(), "");
        }
    }
}
