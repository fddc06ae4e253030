package dev.rehearsal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a reader probably meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * {@return the known name that is nearest to a mistyped one, however far; empty if nothing is known}
     *
     * @param mistyped what was written
     * @param known what could have been meant
     */
    public static Optional<String> of(String mistyped, Collection<String> known) {
        String wanted = mistyped.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * {@return {@code Did you mean 'x'?}, or the whole list if nothing is near}
     *
     * @param mistyped what was written
     * @param known what could have been meant
     */
    public static String hint(String mistyped, Collection<String> known) {
        return of(mistyped, known)
                .filter(name -> isNear(mistyped, name))
                .map(name -> "Did you mean '" + name + "'?")
                .orElseGet(() -> "Known are: "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    private static boolean isNear(String mistyped, String name) {
        int limit = Math.max(2, mistyped.length() / 2);
        return distance(mistyped.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) <= limit;
    }

    /** The Levenshtein distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
