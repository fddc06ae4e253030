package dev.rehearsal;

import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what of a rehearsal says less than it should, or did not happen. */
final class NotRehearsed {
    /** The operating system's words, which the server repeats in its own. */
    private static final String NO_SPACE = "No space left on device";

    private static final String ROOM =
            "Free space on the disk where the server keeps its data, for an embedded one below"
                    + " java.io.tmpdir; or ask for fewer rows by rehearsal.rows or rehearsal.scale.";

    private static final Set<String> WAY_BACK =
            Set.of("undo-failed", "schema-not-restored", "data-not-restored", "undo-fails-after-use");

    private NotRehearsed() {}

    /** {@return the finding for something that measures and does not see} */
    static Finding blind(String what) {
        return BrokenOff.finding(
                "Rehearsal's own check of what it measures with failed: " + what
                        + ". A good result of this run proves nothing.",
                "Run it again; if it stays, tell us: the database's version, its user's rights and this sentence.");
    }

    /** {@return the finding for scripts of which nothing can be told without running them} */
    static Finding unguessed(String reason) {
        return BrokenOff.finding("What the statements do: " + reason + ".", "Rehearse them: mvn rehearsal:verify.");
    }

    /** {@return the finding for a table or a column that could not be filled} */
    static Finding unfilled(Unfilled unfilled) {
        return BrokenOff.finding(
                unfilled.what() + " could not be filled: " + unfilled.reason(),
                unfilled.reason().contains(NO_SPACE) ? ROOM : unfilled.remedy());
    }

    /** {@return the note on a table of which the server has no statistics; all else is measured of it} */
    static Finding unanalysed(Unfilled table) {
        return new Finding(
                "not-measured",
                Severity.NOTE,
                table.what() + " was filled and is rehearsed without statistics: " + table.reason()
                        + ". Plans of statements on it may differ from those with statistics.",
                table.remedy(),
                null,
                0);
    }

    /** {@return the finding for what could not be rehearsed after a migration that cannot be applied} */
    static Finding after(Migration at, List<Migration> rest) {
        String what = rest.isEmpty()
                ? "Nothing came after it."
                : "Not rehearsed: " + rest.stream().map(Migration::version).collect(Collectors.joining(", ")) + ".";
        return BrokenOff.finding(
                "The rehearsal ended at " + at.called() + ", whose up cannot be applied. " + what,
                "Correct that migration first.",
                at.script().name());
    }

    /** {@return the note that nothing was deployed in one run} */
    static Finding deployment() {
        return new Finding(
                "not-measured",
                Severity.NOTE,
                "How the versions fare in one run was not rehearsed: the rehearsal's role is no superuser, and could not take"
                        + " away the roles that they may make.",
                "Rehearse on an embedded server or in a container, or as a superuser of a disposable server.",
                null,
                0);
    }

    /** {@return the finding that a scenario of no single migration was left out} */
    static Finding leftOut(String reason) {
        return new Finding(
                "not-measured", Severity.ERROR, reason + ".", "Rehearse once without rehearsal.scenarios.", null, 0);
    }

    /** {@return the finding for what fails in one run of all versions only, and in none of their scripts} */
    static Finding togetherOnly(RunFailure failure) {
        return new Finding(
                "up-failed",
                Severity.ERROR,
                "One by one the versions go up, but deployed together, in one run, they fail: " + failure.message(),
                "Look at what runs between them, such as a callback, and at what a version leaves in its session.",
                failure.script(),
                failure.line());
    }

    /** {@return the finding for a history that cannot be applied up to where the rehearsal should begin} */
    static Finding notReached(RunFailure failure) {
        return new Finding(
                "up-failed",
                Severity.ERROR,
                "Before anything could be rehearsed: " + failure.message(),
                "Correct it, or rehearse from that migration on to see it in detail.",
                failure.script(),
                failure.line());
    }

    /** Whose disk is full or whose memory is out tells it to its log; the connection only sees that it is gone. */
    static Finding brokenOff(SQLException failure, List<String> lastWords, String rehearsed) {
        String told =
                failure.getMessage() + (lastWords.isEmpty() ? "" : "; the server: " + String.join("; ", lastWords));
        return BrokenOff.finding(
                "The rehearsal broke off: the database failed: " + told + BrokenOff.where(failure) + "; rehearsed were "
                        + rehearsed + " migrations.",
                told.contains(NO_SPACE) ? ROOM : BrokenOff.remedy(failure));
    }

    /**
     * {@return the finding on a repeatable script, where the same change has new versions: its text before was made for
     * the schema before them, to which a rollback returns first}
     */
    static Finding besideVersions(Finding finding) {
        boolean error = finding.severity() == Severity.ERROR;
        return error && WAY_BACK.contains(finding.rule())
                ? finding.as(
                        Severity.WARNING,
                        finding.message()
                                + " The change has new versions, too: a rollback takes those back first, and that"
                                + " order was not rehearsed.")
                : finding;
    }
}
