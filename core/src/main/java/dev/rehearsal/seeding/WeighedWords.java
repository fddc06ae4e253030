package dev.rehearsal.seeding;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Chooses among a list's words those that weigh what was asked for. */
final class WeighedWords {
    private static final double NEAR = 0.05;

    private WeighedWords() {}

    /** {@return so many words of about so many bytes, cut or lengthened if need be; none if there are too few} */
    static List<String> of(List<String> words, int bytes, long distinct) {
        if (distinct > words.size()) {
            return List.of();
        }
        List<String> nearest = words.stream()
                .sorted(Comparator.comparingInt(word -> Math.abs(weight(word) - bytes)))
                .limit(distinct)
                .toList();
        double mean = nearest.stream().mapToInt(WeighedWords::weight).average().orElse(0);
        if (Math.abs(mean - bytes) <= NEAR * bytes) {
            return nearest;
        }
        List<String> made =
                nearest.stream().map(word -> fitted(word, bytes)).distinct().toList();
        return made.size() == distinct ? made : List.of();
    }

    private static String fitted(String word, int bytes) {
        String cut = word;
        while (weight(cut) > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + "x".repeat(bytes - weight(cut));
    }

    private static int weight(String word) {
        return word.getBytes(StandardCharsets.UTF_8).length;
    }
}
