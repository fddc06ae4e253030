package dev.rehearsal.postgres.seed;

import java.util.List;

/** Texts that break assumptions. */
final class TextEdges {
    private static final List<String> STRICT = List.of("CASE only", "case ONLY", "Case Only");
    private static final List<String> FREE = List.of(
            "",
            " ",
            "   ",
            " leading",
            "trailing ",
            "CASE only",
            "case ONLY",
            "O'Brien \"quoted\" \\ back",
            "e\u0301 combining",
            "\u00e9 composed",
            "\ud83d\ude80 \ud83d\udc69\u200d\ud83d\udcbb",
            "\u0130stanbul \u00df",
            "\u05e9\u05dc\u05d5\u05dd",
            "line\nbreak\ttab",
            "0",
            "null",
            "NaN");

    private TextEdges() {}

    /** {@return SQL of texts no longer than the limit; where the name promises a shape, only those that keep one} */
    static List<String> of(int limit, boolean strict) {
        List<String> edges = new java.util.ArrayList<>((strict ? STRICT : FREE)
                .stream()
                        .filter(text -> text.codePointCount(0, text.length()) <= limit)
                        .map(SeedSql::literal)
                        .toList());
        if (limit <= 4000) {
            edges.add("repeat('W', " + limit + ")");
        } else if (!strict) {
            edges.add("repeat('long ', 400)");
        }
        return edges;
    }
}
