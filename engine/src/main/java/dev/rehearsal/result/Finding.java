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
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        String remedy,
        @Nullable String file,
        int line,
        boolean baselined) {
    private static final String BASELINED = "Baselined: ";

    /**
     * A finding that no baseline accepts.
     *
     * @param rule the rule's id
     * @param severity how much it matters
     * @param message what was seen, with its numbers
     * @param remedy what to do
     * @param file the script, for a reader; null if it belongs to none
     * @param line the line in it, from 1; 0 if not known
     */
    public Finding(String rule, Severity severity, String message, String remedy, @Nullable String file, int line) {
        this(rule, severity, message, remedy, file, line, false);
    }

    /** {@return this finding as one that the baseline accepts: a note that says so} */
    public Finding asBaselined() {
        return baselined ? this : new Finding(rule, Severity.NOTE, BASELINED + message, remedy, file, line, true);
    }

    /** {@return the message as it is without a baseline} */
    public String plainMessage() {
        return baselined ? message.substring(BASELINED.length()) : message;
    }
}
