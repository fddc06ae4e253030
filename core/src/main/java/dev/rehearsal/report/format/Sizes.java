package dev.rehearsal.report.format;

import java.util.Locale;

/** Writes sizes and counts as a person would read them. */
public final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private Sizes() {}

    /**
     * {@return the size in the units that PostgreSQL prints, in steps of 1,024: {@code 812 B}, {@code 1.4 MB}}
     *
     * @param bytes how many bytes
     */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1023.5 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || value >= 99.95 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    /**
     * {@return the count with its thousands apart: {@code 2,500,000}}
     *
     * @param count how many
     */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * {@return the count with its noun: {@code 1 row}, {@code 2,000 rows}}
     *
     * @param count how many
     * @param noun the noun in the singular
     */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
