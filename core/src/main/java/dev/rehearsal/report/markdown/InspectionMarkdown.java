package dev.rehearsal.report.markdown;

import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.inspection.Sighting;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.Severity;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells an inspection to people: a table of the questions, and what to do about what was found. Stateless. */
public final class InspectionMarkdown {
    private static final int LONGEST = 600;

    /** Makes one. */
    public InspectionMarkdown() {}

    /**
     * {@return the report}
     *
     * @param report what to tell
     */
    public String render(InspectionReport report) {
        StringBuilder text = new StringBuilder("# Inspection: " + report.verdict() + "\n\n");
        text.append(Escape.code(report.database()) + ", " + Escape.text(report.product()) + " "
                + Escape.text(String.valueOf(report.server())) + ", "
                + report.at()
                + (report.version() == null ? "" : ", rehearsed up to version " + Escape.text(report.version()))
                + ".\n\n");
        text.append("| question | answer |\n|---|---|\n");
        report.answers()
                .forEach(answer -> text.append("| " + answer.question().title() + " | " + inShort(answer) + " |\n"));
        report.answers().stream()
                .filter(answer -> !answer.sightings().isEmpty() || answer.notMeasured() != null)
                .forEach(answer -> text.append(details(answer)));
        return Plain.withoutCommands(text.toString());
    }

    private static String inShort(Answer answer) {
        String found = Stream.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)
                .map(severity -> counted(answer, severity))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
        if (answer.notMeasured() != null) {
            return "not measured" + (found.isEmpty() ? "" : ", but " + found);
        }
        return found.isEmpty() ? "yes" : found;
    }

    private static String counted(Answer answer, Severity severity) {
        long count = answer.sightings().stream()
                .filter(sighting -> sighting.severity() == severity)
                .count();
        String word = severity.name().toLowerCase(Locale.ROOT);
        return count == 0 ? "" : count + " " + word + (count == 1 ? "" : "s");
    }

    private static String details(Answer answer) {
        StringBuilder text = new StringBuilder("\n## " + answer.question().id() + "\n\n");
        if (answer.notMeasured() != null) {
            text.append("Not measured: " + Escape.text(Plain.shorten(answer.notMeasured(), LONGEST)) + "\n\n");
        }
        for (Sighting sighting : answer.sightings()) {
            text.append("- **" + sighting.severity().name().toLowerCase(Locale.ROOT) + "** "
                    + Escape.code(Plain.shorten(sighting.object().toString(), LONGEST)) + " "
                    + Escape.text(Plain.shorten(sighting.says(), LONGEST)) + "\n");
        }
        return text.append(
                        answer.sightings().isEmpty()
                                ? ""
                                : "\n" + answer.question().remedy() + "\n")
                .toString();
    }
}
