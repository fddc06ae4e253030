package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.Messages;
import dev.rehearsal.plan.PlanContent.Summary;
import dev.rehearsal.recorded.RecordedReport;

/** What to announce, with the measured figures. */
final class Announcements {
    private Announcements() {}

    static Messages of(RecordedReport report, Summary summary) {
        String what = "database migration " + summary.title() + " (" + summary.count() + ")";
        return new Messages(
                "On [date] at [time] we carry out the " + what + ". In the rehearsal of " + summary.started()
                        + " it took " + summary.up() + ", and the longest that a reader or writer waited was "
                        + summary.downtime() + ". "
                        + (summary.forwardOnly().isEmpty()
                                ? "The way back took " + summary.down() + "."
                                : "There is no way back but a restore.")
                        + " Decisions: [name].",
                "The " + what + " has begun. Rehearsed duration: " + summary.up()
                        + ". Single requests may wait, in the rehearsal at most "
                        + summary.downtime() + ".",
                "The " + what + " is through, and all verification queries answered as expected. It took [minutes];"
                        + " rehearsed were " + summary.up() + ". We watch it for a day.",
                "The " + what + " was taken back at [time], because [reason]. "
                        + (summary.forwardOnly().isEmpty()
                                ? "Rehearsed duration of the way back: " + summary.down() + "."
                                : "It was restored from a backup.")
                        + " What is lost, and what happens next: [text].");
    }
}
