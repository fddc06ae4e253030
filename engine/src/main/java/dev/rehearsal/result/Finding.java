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
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        String remedy,
        @Nullable String file,
        int line) {}
