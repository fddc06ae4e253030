package dev.rehearsal.sql;

import dev.rehearsal.migration.Script;
import dev.rehearsal.text.Digests;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A file of a folder.
 *
 * @param name for a reader: the file's name, below the folder
 * @param path where it is
 * @param text as it is written
 */
record FileText(String name, Path path, String text) {
    /** {@return the file as one script} */
    Script whole() {
        return new Script(name, path, text);
    }

    /**
     * {@return a part of the file that is its way up}
     *
     * @param from the first character
     * @param to the one after the last
     */
    Script up(int from, int to) {
        return region(name, from, to);
    }

    /**
     * {@return a part of the file that is its way back; its name tells it from the way up}
     *
     * @param from the first character
     * @param to the one after the last
     */
    Script down(int from, int to) {
        return region(name + " (down)", from, to);
    }

    private Script region(String called, int from, int to) {
        String part = text.substring(from, to);
        return new Script(called, path, part, Digests.ofText(part), line(from));
    }

    /**
     * {@return the line on which a character stands, from 1}
     *
     * @param offset which
     */
    int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    FileText replaced(UnaryOperator<String> by) {
        return new FileText(name, path, by.apply(text));
    }
}
