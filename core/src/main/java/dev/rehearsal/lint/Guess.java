package dev.rehearsal.lint;

/**
 * What a statement would do, by its text alone.
 *
 * @param rule the id of the rule that a rehearsal would judge it by
 * @param says what it would do, one sentence
 * @param remedy what to do if it is so
 * @param line the line of the script on which the statement begins
 */
public record Guess(String rule, String says, String remedy, int line) {}
