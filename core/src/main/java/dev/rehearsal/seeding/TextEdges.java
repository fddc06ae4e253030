package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Formula.Function;
import java.util.ArrayList;
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

    /** {@return texts no longer than the limit; where the name promises a shape, only those that keep one} */
    static List<Formula> of(TextKind kind, int limit, boolean strict) {
        List<Formula> edges = new ArrayList<>((strict ? STRICT : FREE)
                .stream()
                        .filter(text -> text.codePointCount(0, text.length()) <= limit && kind.holds(text))
                        .map(Formula::text)
                        .toList());
        if (limit <= 4000) {
            edges.add(Formula.call(Function.REPEATED, Formula.text("W"), Formula.number(limit)));
        } else if (!strict) {
            edges.add(Formula.call(Function.REPEATED, Formula.text("long "), Formula.number(400)));
        }
        return edges;
    }
}
