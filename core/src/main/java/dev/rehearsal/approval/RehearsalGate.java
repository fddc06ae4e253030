package dev.rehearsal.approval;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Says whether a rehearsal can be built upon.
 *
 * @param rules how old it may be
 * @param scripts the scripts as they are now
 * @param clock tells its age
 */
record RehearsalGate(ApprovalRules rules, CurrentScripts scripts, Clock clock) {
    private static final String AGAIN = "Developer: run mvn rehearsal:verify";
    /** Clocks of two machines differ a little. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    static String missing(Path reports) {
        return AGAIN + ": there is no rehearsal in " + reports + ".";
    }

    List<String> problems(LastRehearsal rehearsal) {
        List<String> problems = new ArrayList<>();
        switch (rehearsal.verdict()) {
            case PASSED -> {}
            case FAILED ->
                problems.add("Developer: correct what the rehearsal found, and run mvn rehearsal:verify: it FAILED.");
            case INCOMPLETE ->
                problems.add("Developer: let the rehearsal measure everything, and run mvn rehearsal:verify: it is"
                        + " INCOMPLETE.");
        }
        scripts.unlike(rehearsal.substance()).forEach(change -> problems.add(AGAIN + ": " + change + "."));
        Duration age = Duration.between(rehearsal.started(), clock.instant());
        if (age.compareTo(rules.maxAge()) > 0) {
            problems.add(AGAIN + ": the rehearsal of " + rehearsal.started() + " is older than the "
                    + words(rules.maxAge()) + " that are allowed.");
        } else if (age.compareTo(CLOCKS.negated()) < 0) {
            problems.add(AGAIN + ": the rehearsal of " + rehearsal.started() + " lies in the future.");
        }
        return problems;
    }

    private static String words(Duration duration) {
        return duration.toDays() > 1
                ? duration.toDays() + " days"
                : duration.toHours() > 1 ? duration.toHours() + " hours" : duration.toSeconds() + " seconds";
    }
}
