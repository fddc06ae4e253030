package dev.rehearsal.plan;

import dev.rehearsal.text.HeadComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the comment at the top of a script says of it, entry by entry. A missing entry is told as missing. */
final class Header {
    static final List<String> ENTRIES = List.of("Purpose", "Breaking Changes", "Rollback", "Issue", "Author");

    private final Map<String, String> texts;
    private final List<String> asked;

    private Header(Map<String, String> texts, List<String> asked) {
        this.texts = texts;
        this.asked = asked;
    }

    /** {@return the header of a script: the lines of comment with which it begins} */
    static Header of(String script) {
        return new Header(HeadComment.entries(script, ENTRIES), ENTRIES);
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
