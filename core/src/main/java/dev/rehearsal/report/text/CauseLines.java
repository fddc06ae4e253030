package dev.rehearsal.report.text;

import dev.rehearsal.report.format.Cause;
import dev.rehearsal.report.format.Cause.Sight;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import java.util.List;

/** Each problem once: where it was seen, a line each, and right beneath them what to do. */
final class CauseLines {
    private static final int PLACES = 4;
    private static final int SIGHTS = 6;
    private static final int REMEDY = 12;
    /** A reader of a log scrolls no further; the rest is counted. */
    private static final int MOST = 36;

    private final LogPage page;
    private int used;

    private CauseLines(LogPage page) {
        this.page = page;
    }

    static void print(RehearsalReport report, LogPage page) {
        List<Cause> causes = Cause.of(report);
        if (!causes.isEmpty()) {
            page.gap();
        }
        CauseLines lines = new CauseLines(page);
        int told = 0;
        while (told < causes.size() && (told == 0 || lines.used + height(causes.get(told)) <= MOST)) {
            lines.one(causes.get(told));
            told++;
        }
        lines.rest(causes.subList(told, causes.size()));
    }

    private static int height(Cause cause) {
        return Math.min(cause.sights().size(), SIGHTS + 1)
                + Math.min(Plain.lines(cause.remedy()).size(), REMEDY + 1);
    }

    private void one(Cause cause) {
        cause.sights().stream().limit(SIGHTS).forEach(sight -> line(cause, sight));
        int more = cause.sights().size() - SIGHTS;
        if (more > 0) {
            add(cause, "  and " + Sizes.count(more, "more place") + " in report.html");
        }
        List<String> remedy = Plain.lines(cause.remedy());
        for (int i = 0; i < Math.min(remedy.size(), REMEDY); i++) {
            add(cause, (i == 0 ? "  -> " : "     ") + remedy.get(i));
        }
        if (remedy.size() > REMEDY) {
            add(cause, "     … the rest of it is in report.html");
        }
    }

    private void line(Cause cause, Sight sight) {
        String where = sight.where(PLACES);
        add(cause, (where.isEmpty() ? "" : where + "  ") + cause.rule() + ": " + Plain.line(sight.message()));
    }

    private void rest(List<Cause> causes) {
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            long count = causes.stream()
                    .filter(cause -> cause.severity() == severity)
                    .flatMap(cause -> cause.sights().stream())
                    .mapToLong(sight -> sight.places().size())
                    .sum();
            if (count > 0) {
                String noun = severity == Severity.ERROR ? "more error" : "more warning";
                page.add(severity, "and " + Sizes.count(count, noun) + ": report.html");
            }
        }
    }

    private void add(Cause cause, String text) {
        page.add(cause.severity(), text);
        used++;
    }
}
