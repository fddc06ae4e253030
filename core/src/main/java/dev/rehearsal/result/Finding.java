package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says of the facts.
 *
 * @param rule the rule's id
 * @param severity how much it matters
 * @param message what was seen, with its numbers
 * @param remedy what to do
 * @param file the script, for a reader; null if it belongs to none
 * @param line the line in it, from 1; 0 if not known
 * @param baselined whether the project's baseline accepts it; it is then a note, and its message says so
 * @param table the table that it is about, with its schema; null if about none, several, or one that is not known
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        String remedy,
        @Nullable String file,
        int line,
        boolean baselined,
        @Nullable String table) {
    private static final String BASELINED = "Baselined: ";

    /**
     * A finding that no baseline accepts and that is about no single table.
     *
     * @param rule the rule's id
     * @param severity how much it matters
     * @param message what was seen, with its numbers
     * @param remedy what to do
     * @param file the script, for a reader; null if it belongs to none
     * @param line the line in it, from 1; 0 if not known
     */
    public Finding(String rule, Severity severity, String message, String remedy, @Nullable String file, int line) {
        this(rule, severity, message, remedy, file, line, false, null);
    }

    /**
     * {@return this finding as one about a table}
     *
     * @param relation which, with its schema; null or empty if none
     */
    public Finding on(@Nullable String relation) {
        String about = relation == null || relation.isEmpty() ? null : relation;
        return new Finding(rule, severity, message, remedy, file, line, baselined, about);
    }

    /**
     * {@return this finding, weighed and told otherwise}
     *
     * @param weight how much it matters
     * @param words what was seen
     */
    public Finding as(Severity weight, String words) {
        return new Finding(rule, weight, words, remedy, file, line, baselined, table);
    }

    /**
     * {@return this finding in a file; itself if it is in one}
     *
     * @param script the file, for a reader
     */
    public Finding in(String script) {
        return file != null ? this : new Finding(rule, severity, message, remedy, script, line, baselined, table);
    }

    /** {@return this finding as one that the baseline accepts: a note that says so} */
    public Finding asBaselined() {
        return baselined
                ? this
                : new Finding(rule, Severity.NOTE, BASELINED + message, remedy, file, line, true, table);
    }

    /** {@return the message as it is without a baseline} */
    public String plainMessage() {
        return baselined ? message.substring(BASELINED.length()) : message;
    }
}
