package dev.rehearsal.migration;

/**
 * One statement as a runner sends it.
 *
 * @param script the name of its script
 * @param line the line in the script on which it begins, from 1; 0 if not known
 * @param sql its text, placeholders replaced
 */
public record RunStatement(String script, int line, String sql) {}
