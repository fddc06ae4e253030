package dev.rehearsal.migration;

import dev.rehearsal.text.Digests;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script, or a class, that changes the database: a file, or a region of one.
 *
 * @param name for a reader, and no other script of the history bears it: mostly the file's name, or the class's
 * @param path where it is; null for a Java migration and for a script inside a jar
 * @param text its text, decoded; empty for a Java migration
 * @param digest SHA-256 of its text with plain line ends, or of the class; tells whether it is still the same
 * @param firstLine the line of the file on which the text begins, from 1: lines that are told are the file's
 * @param remarks what is written in it for a rehearsal in another way than on lines that begin with {@code --}
 */
public record Script(
        String name, @Nullable Path path, String text, String digest, int firstLine, List<Remark> remarks) {
    public Script {
        remarks = List.copyOf(remarks);
        if (firstLine < 1) {
            throw new IllegalArgumentException("A line is counted from 1, not " + firstLine);
        }
    }

    /**
     * A line of a comment.
     *
     * @param line the line of the file, from 1
     * @param text what is written there, without what makes it a comment: {@code rehearsal: allow …}
     */
    public record Remark(int line, String text) {}

    /**
     * A script whose remarks are lines that begin with {@code --}.
     *
     * @param name for a reader, and no other script of the history bears it
     * @param path where it is; null for a Java migration and for a script inside a jar
     * @param text its text, decoded; empty for a Java migration
     * @param digest tells whether it is still the same
     * @param firstLine the line of the file on which the text begins, from 1
     */
    public Script(String name, @Nullable Path path, String text, String digest, int firstLine) {
        this(name, path, text, digest, firstLine, List.of());
    }

    /**
     * A script that is a whole file, or a class.
     *
     * @param name for a reader: the file's name, or the class's
     * @param path where it is; null for a Java migration and for a script inside a jar
     * @param text its text, decoded; empty for a Java migration
     * @param digest tells whether it is still the same
     */
    public Script(String name, @Nullable Path path, String text, String digest) {
        this(name, path, text, digest, 1);
    }

    /**
     * A script that is a whole file, whose digest is that of its text.
     *
     * @param name for a reader: the file's name
     * @param path where it is; null for a script inside a jar
     * @param text its text, decoded
     */
    public Script(String name, @Nullable Path path, String text) {
        this(name, path, text, Digests.ofText(text));
    }

    /**
     * {@return the line of the file for a place in the text}
     *
     * @param offset a character of the text, from 0
     */
    public int lineAt(int offset) {
        String before = text.substring(0, Math.max(0, Math.min(text.length(), offset)));
        return firstLine + (int) before.chars().filter(c -> c == '\n').count();
    }
}
