package dev.rehearsal.report.text;

import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects lines for the build's log. A text is one line however long it is: what a reader searches for is not torn. */
final class LogPage {
    private static final int LONGEST = 1_500;

    private final List<LogLine> lines = new ArrayList<>();

    /** Adds a text as one line. */
    void add(Severity level, String text) {
        lines.add(new LogLine(level, Plain.entry(Plain.words(text, LONGEST))));
    }

    /** Adds a text of ours or of others as one line of no weight. */
    void tell(String indent, String text) {
        add(Severity.NOTE, indent + Plain.line(text));
    }

    /** Adds an empty line, unless there is one already. */
    void gap() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).text().isEmpty()) {
            lines.add(new LogLine(Severity.NOTE, ""));
        }
    }

    List<LogLine> lines() {
        return List.copyOf(lines);
    }
}
