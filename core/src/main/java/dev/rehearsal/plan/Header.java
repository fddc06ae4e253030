package dev.rehearsal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the comment at the top of a script says of it, entry by entry. A missing entry is told as missing. */
final class Header {
    static final List<String> ENTRIES = List.of("Purpose", "Breaking Changes", "Rollback", "Issue", "Author");
    private static final Pattern ENTRY = Pattern.compile(
            "--\\s*(Purpose|Breaking Changes|Rollback|Issue|Author)\\s*:(.*)", Pattern.CASE_INSENSITIVE);
    /** A line that is indented by more than one blank goes on with the entry above it. */
    private static final Pattern MORE = Pattern.compile("--(?: {2,}|\\t)(\\S.*)");

    private final Map<String, String> texts;
    private final List<String> asked;

    private Header(Map<String, String> texts, List<String> asked) {
        this.texts = texts;
        this.asked = asked;
    }

    /** {@return the header of a script: the lines of comment with which it begins} */
    static Header of(String script) {
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String open = null;
        for (String line :
                script.replace("\uFEFF", "").lines().map(String::strip).toList()) {
            if (line.isEmpty() && texts.isEmpty()) {
                continue;
            }
            if (!line.startsWith("--")) {
                break;
            }
            Matcher entry = ENTRY.matcher(line);
            Matcher more = MORE.matcher(line);
            if (entry.matches()) {
                open = entry.group(1).toLowerCase(Locale.ROOT);
                texts.putIfAbsent(open, entry.group(2).strip());
            } else if (open != null && more.matches()) {
                texts.merge(open, more.group(1).strip(), (a, b) -> a + " " + b);
            } else {
                open = null;
            }
        }
        texts.values().removeIf(String::isEmpty);
        return new Header(texts, ENTRIES);
    }

    /** {@return what an entry says; empty if it is missing} */
    String text(String entry) {
        return texts.getOrDefault(entry, "");
    }

    /** {@return this header of a script that is not asked what its way back is} */
    Header forwardOnly() {
        return text("Rollback").isEmpty()
                ? new Header(
                        texts,
                        ENTRIES.stream()
                                .filter(name -> !name.equals("Rollback"))
                                .toList())
                : this;
    }

    /** {@return each entry in its order} */
    List<PlanContent.HeaderEntry> entries() {
        List<PlanContent.HeaderEntry> entries = new ArrayList<>();
        asked.forEach(name -> entries.add(new PlanContent.HeaderEntry(name, text(name))));
        return List.copyOf(entries);
    }

    List<String> missing() {
        return asked.stream().filter(name -> text(name).isEmpty()).toList();
    }
}
