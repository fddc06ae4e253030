package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * What a reader who does not know a rule is told about it.
 *
 * @param id the rule's id: {@code lock-too-long}
 * @param shortDescription what it says, in a sentence
 * @param help why it matters and what to do, as plain text
 * @param helpUri its page; null if it has none
 */
public record RuleHelp(
        String id,
        String shortDescription,
        String help,
        @Nullable String helpUri) {}
