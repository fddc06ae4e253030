package dev.rehearsal.report.html;

import java.util.List;

/**
 * A row of a timeline.
 *
 * @param name what it shows
 * @param detail more of it, such as the lock mode
 * @param value its number
 * @param bars the intervals
 */
public record Lane(String name, String detail, String value, List<Bar> bars) {}
