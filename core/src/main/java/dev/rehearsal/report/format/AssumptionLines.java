package dev.rehearsal.report.format;

import dev.rehearsal.migration.Assumption;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.result.RehearsalReport;
import java.util.List;

/** Tells what the scripts assume of production's rows, one line each. */
public final class AssumptionLines {
    private AssumptionLines() {}

    /**
     * {@return {@code UNIQUE (email) on users — checked on 3 May (V5__unique.sql:1)} for each}
     *
     * @param report any report
     */
    public static List<String> of(RehearsalReport report) {
        return report.assumed().stream().map(AssumptionLines::line).toList();
    }

    private static String line(Assumed assumed) {
        Assumption of = assumed.assumption();
        String not = assumed.met() ? "" : "; rows of ours are not so: " + assumed.problem();
        return Plain.line(of.words() + " — " + of.reason() + " (" + of.script() + ":" + of.line() + not + ")");
    }
}
