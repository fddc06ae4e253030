package dev.rehearsal.seeding;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which texts a column can hold.
 *
 * @param limit how many characters at most
 * @param folding whether texts that differ in nothing but case are the same one
 * @param writable whether all characters of a text can be written in it
 */
public record TextKind(int limit, boolean folding, Predicate<String> writable) {
    /** {@return one of any characters} */
    public static TextKind of(int limit) {
        return new TextKind(limit, false, text -> true);
    }

    boolean holds(String text) {
        return writable.test(text);
    }

    /** {@return those of the words that it holds} */
    List<String> words(List<String> words) {
        return words.stream().filter(this::holds).toList();
    }
}
