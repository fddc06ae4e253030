package dev.rehearsal.report.text;

import dev.rehearsal.result.Severity;

/**
 * One line for the build's log, harmless to a terminal and to a build server.
 *
 * @param level how it is to be told: an error as an error, a warning as a warning, all else as a note
 * @param text the line
 */
public record LogLine(Severity level, String text) {}
