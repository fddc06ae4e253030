package dev.rehearsal.report.html;

/**
 * An interval in a timeline.
 *
 * @param x where it begins
 * @param width how long it is
 * @param css its class in the style sheet, which gives it its colour
 * @param title what it is, in words
 */
public record Bar(String x, String width, String css, String title) {}
