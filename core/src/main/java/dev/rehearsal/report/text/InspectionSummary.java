package dev.rehearsal.report.text;

import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.inspection.Sighting;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.Severity;
import java.util.Locale;

/** Tells an inspection in the build log. Stateless. */
public final class InspectionSummary {
    private static final int LONGEST = 300;

    /** Makes one. */
    public InspectionSummary() {}

    /**
     * {@return the summary, a line for each question and each thing that was found}
     *
     * @param report what to tell
     */
    public String render(InspectionReport report) {
        StringBuilder text = new StringBuilder("Inspected " + Plain.line(report.database()) + ", "
                + Plain.line(report.product()) + " "
                + Plain.line(String.valueOf(report.server()))
                + (report.version() == null ? "" : ", rehearsed up to version " + Plain.line(report.version())) + "\n");
        report.answers().forEach(answer -> text.append(answer(answer)));
        text.append("Inspection: " + report.verdict() + ", " + report.count(Severity.ERROR) + " errors, "
                + report.count(Severity.WARNING) + " warnings, " + report.count(Severity.NOTE) + " notes\n");
        return Plain.withoutCommands(text.toString());
    }

    private static String answer(Answer answer) {
        StringBuilder text = new StringBuilder();
        if (answer.notMeasured() != null) {
            text.append(line("not measured", answer, Plain.shorten(Plain.line(answer.notMeasured()), LONGEST)));
        } else if (answer.sightings().isEmpty()) {
            text.append(line("ok", answer, answer.question().title()));
        }
        for (Sighting sighting : answer.sightings()) {
            String says = sighting.object() + " " + sighting.says();
            text.append(line(
                    sighting.severity().name().toLowerCase(Locale.ROOT),
                    answer,
                    Plain.shorten(Plain.line(says), LONGEST)));
        }
        return text.toString();
    }

    private static String line(String mark, Answer answer, String says) {
        return String.format(
                Locale.ROOT, "  %-12s  %-17s  %s%n", mark, answer.question().id(), says);
    }
}
