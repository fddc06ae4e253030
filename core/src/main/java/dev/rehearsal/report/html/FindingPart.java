package dev.rehearsal.report.html;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finding with the lines of the script that it speaks of.
 *
 * @param severity how much it matters
 * @param rule the rule's id
 * @param place file and line; empty if it has none
 * @param message what was seen
 * @param remedy what to do, line by line
 * @param source the lines around the one that is at fault; empty if it is not known
 * @param anchor where its migration stands on the page; empty if it belongs to none
 * @param migration its migration's name; empty if it belongs to none
 */
public record FindingPart(
        Severity severity,
        String rule,
        String place,
        List<String> message,
        List<String> remedy,
        List<SourceLine> source,
        String anchor,
        String migration) {
    private static final int LONGEST = 4_000;

    static FindingPart ofHistory(Finding finding) {
        return of(finding, List.of(), "", "");
    }

    static FindingPart of(Finding finding, Migration migration, String anchor) {
        List<SourceLine> source = Stream.of(migration.script(), migration.undo())
                .filter(Objects::nonNull)
                .filter(s -> s.name().equals(finding.file()))
                .findFirst()
                .map(s -> source(s, finding.line()))
                .orElse(List.of());
        return of(finding, source, anchor, migration.version() + " " + migration.description());
    }

    private static FindingPart of(Finding f, List<SourceLine> source, String anchor, String migration) {
        return new FindingPart(
                f.severity(),
                Plain.line(f.rule()),
                Plain.line(place(f.file(), f.line())),
                Plain.lines(Plain.shorten(f.message(), LONGEST)),
                Plain.lines(Plain.shorten(f.remedy(), LONGEST)),
                source,
                anchor,
                Plain.line(migration));
    }

    private static List<SourceLine> source(Script script, int line) {
        return line < 1 ? List.of() : SourceLine.around(script, line);
    }

    private static String place(@Nullable String file, int line) {
        return file == null ? "" : file + (line > 0 ? ":" + line : "");
    }

    /** {@return its severity as a word} */
    public String word() {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether somebody may have to act on it; what is a note is folded} */
    public boolean listed() {
        return severity != Severity.NOTE;
    }

    /** {@return how it is to be taken} */
    public Tone tone() {
        return Tone.of(severity);
    }
}
