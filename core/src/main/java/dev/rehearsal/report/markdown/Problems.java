package dev.rehearsal.report.markdown;

import dev.rehearsal.report.format.Cause;
import dev.rehearsal.report.format.Cause.Sight;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each problem once, with its places and its remedy, as many as there is room for; the others are counted. */
final class Problems {
    private static final int PLACES = 3;
    private static final int SIGHTS = 3;
    private static final int MESSAGE = 500;
    private static final int REMEDY = 700;
    /** For the sentence that counts the others. */
    private static final int RESERVE = 100;

    private Problems() {}

    static String within(List<Cause> causes, int room) {
        StringBuilder text = new StringBuilder();
        int told = 0;
        for (Cause cause : causes) {
            String one = one(cause);
            if (Bytes.of(text) + Bytes.of(one) + RESERVE > room) {
                break;
            }
            text.append(one);
            told++;
        }
        return text + rest(causes.subList(told, causes.size()));
    }

    private static String one(Cause cause) {
        String seen = cause.sights().stream()
                .limit(SIGHTS)
                .map(sight -> sight(cause, sight))
                .collect(Collectors.joining());
        int more = cause.sights().size() - SIGHTS;
        return seen
                + (more > 0 ? "and " + Sizes.count(more, "more place") + " in `report.html`\n\n" : "")
                + remedy(cause.remedy());
    }

    private static String sight(Cause cause, Sight sight) {
        String where = sight.where(PLACES);
        return "**" + cause.severity().name().toLowerCase(Locale.ROOT) + "** "
                + Escape.code(Plain.shorten(cause.rule(), 100))
                + (where.isEmpty() ? "" : " at " + Escape.code(Plain.shorten(where, 300))) + "\n"
                + Escape.text(Plain.words(Plain.line(sight.message()), MESSAGE)) + "\n\n";
    }

    /** What can be pasted is a block of code; a sentence is a sentence. */
    private static String remedy(String remedy) {
        List<String> lines = Plain.lines(Plain.words(remedy, REMEDY));
        return switch (lines.size()) {
            case 0 -> "";
            case 1 -> "→ " + Escape.text(lines.get(0)) + "\n\n";
            default -> Escape.block("sql", lines) + "\n";
        };
    }

    private static String rest(List<Cause> causes) {
        String counted = Stream.of(Severity.ERROR, Severity.WARNING)
                .map(severity -> count(causes, severity))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" and "));
        return counted.isEmpty() ? "" : "and " + counted + " in `report.html`\n\n";
    }

    private static String count(List<Cause> causes, Severity severity) {
        long count = causes.stream()
                .filter(cause -> cause.severity() == severity)
                .flatMap(cause -> cause.sights().stream())
                .mapToLong(sight -> sight.places().size())
                .sum();
        String noun = "more " + severity.name().toLowerCase(Locale.ROOT);
        return count == 0 ? "" : Sizes.count(count, noun);
    }
}
