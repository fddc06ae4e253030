package dev.rehearsal.report.format;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Deployment;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.HistoryEnd;
import dev.rehearsal.result.Origin;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Selected;
import dev.rehearsal.result.TestCoverage;
import dev.rehearsal.result.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verdict as one sentence, the same in every report. */
public final class Headline {
    /** How many changed files are named. */
    private static final int MOST = 10;

    private Headline() {}

    /**
     * {@return the sentence: {@code FAILED: 2 of 8 migrations are not fit for production}}
     *
     * @param report any report
     */
    public static String of(RehearsalReport report) {
        return report.verdict() + ": " + sentence(report);
    }

    /**
     * {@return the sentence without its first word}
     *
     * @param report any report
     */
    public static String sentence(RehearsalReport report) {
        long baselined = report.migrations().stream()
                .flatMap(m -> m.findings().stream())
                .filter(Finding::baselined)
                .count();
        String apart = baselined == 0 ? "" : "; baselined: " + Sizes.count(baselined, "finding");
        return answer(report) + (FilledRows.none(report) ? ", on empty tables" : "") + apart;
    }

    private static String answer(RehearsalReport report) {
        int all = report.migrations().size();
        return switch (report.verdict()) {
            case PASSED ->
                all == 0 ? nothing(report.selection()) : Sizes.count(all, "migration") + " went up" + ways(report);
            case FAILED -> told(report, Verdict.FAILED, "failed the rehearsal", "the project's history is at fault");
            case INCOMPLETE ->
                told(report, Verdict.INCOMPLETE, "could not be fully measured", "not everything could be measured");
        };
    }

    /**
     * {@return why no way back was rehearsed on purpose, if the project says so}
     *
     * @param report any report
     */
    public static Optional<String> forwardOnly(RehearsalReport report) {
        return report.migrations().stream()
                .map(migration -> migration.facts().forwardOnly())
                .filter(Objects::nonNull)
                .findFirst()
                .map(Plain::line);
    }

    /** What did not go down again is not counted as if it had. */
    private static String ways(RehearsalReport report) {
        long all = report.migrations().size();
        long down = report.migrations().stream()
                .filter(m -> m.facts().phase(Phase.DOWN).isPresent())
                .count();
        if (down == all) {
            return ", down and up again within every budget";
        }
        String none = forwardOnly(report).isPresent() ? "forward only, no rollback tested" : "no rollback tested";
        return " within every budget; " + (down == 0 ? none : Sizes.count(down) + " of them also down and up again");
    }

    /** Nothing was rehearsed: what was looked at must be told, or nobody could believe it. */
    private static String nothing(@Nullable Selected selection) {
        if (selection == null || selection.compared() == null) {
            return "there was no migration to rehearse";
        }
        return selection.changed().isEmpty()
                ? Plain.line(selection.reason() + "; compared were " + String.join(", ", selection.compared()))
                : Plain.line("what is " + selection.reason() + " acts on no migration: " + some(selection.changed()));
    }

    /**
     * {@return why just these migrations were rehearsed: {@code new or changed since origin/main: R__views.sql (changed);
     * compared were 14 scripts, flyway.conf}; empty if all were, or a range}
     *
     * @param report any report
     */
    public static Optional<String> selection(RehearsalReport report) {
        Selected selection = report.selection();
        if (selection == null || selection.compared() == null) {
            return Optional.empty();
        }
        String changed = selection.changed().isEmpty() ? "" : ": " + some(selection.changed());
        return Optional.of(Plain.line(
                selection.reason() + changed + "; compared were " + String.join(", ", selection.compared())));
    }

    private static String some(List<String> names) {
        String first = String.join("; ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() > MOST ? first + "; and " + (names.size() - MOST) + " more" : first;
    }

    /**
     * {@return on what it was rehearsed: {@code PostgreSQL 18.4 (embedded), seed 42, 38.2 s}}
     *
     * @param report any report
     */
    public static String circumstances(RehearsalReport report) {
        return Plain.line(report.database().name()
                + (report.database().isNone()
                        ? " (none was started)"
                        : " (" + report.database().provider() + ")")
                + ", seed " + report.seed() + ", took "
                + DurationText.format(report.durationMs()) + ", " + source(report));
    }

    /**
     * {@return of what it is and who made it: {@code commit 1a2b3c4d on main, Rehearsal 0.9.0}}
     *
     * @param report any report
     */
    public static String source(RehearsalReport report) {
        Origin origin = report.database().rehearsedBy().origin();
        return Plain.line((origin == null ? "" : origin.words() + ", ") + "Rehearsal " + Product.version());
    }

    /**
     * {@return how many migrations have a test: {@code 4 of 6 migrations with a @MigrationTest; without one: 3, 5}; empty
     * if that was not asked}
     *
     * @param report any report
     */
    public static Optional<String> tests(RehearsalReport report) {
        TestCoverage tests = report.tests();
        if (tests == null) {
            return Optional.empty();
        }
        String without = tests.without().isEmpty() ? "" : "; without one: " + String.join(", ", tests.without());
        return Optional.of(Plain.line(tests.covered() + " of " + Sizes.count(tests.total(), "migration")
                + " with a @MigrationTest" + without));
    }

    /**
     * {@return how all versions fared in one run: {@code 3 versions in one run took 1.2 s}; empty if there were not several}
     *
     * @param report any report
     */
    public static Optional<String> deployment(RehearsalReport report) {
        Deployment deployment = report.deployment();
        if (deployment == null) {
            return Optional.empty();
        }
        String all = Sizes.count(deployment.versions().size(), "version") + " in one run";
        RunFailure failure = deployment.failure();
        return Optional.of(Plain.line(
                failure == null
                        ? all + " took "
                                + DurationText.format(deployment.facts().durationMs())
                        : all + " ended at " + (failure.script() == null ? "one of them" : failure.script())));
    }

    /** Where it ended before its end, that comes first. */
    private static String told(RehearsalReport report, Verdict verdict, String what, String otherwise) {
        HistoryEnd.Stopped stopped = report.stopped();
        return stopped == null
                ? share(report, verdict, what, otherwise)
                : Plain.line("Stopped at " + stopped.at() + ": " + Tally.migrations(report));
    }

    private static String share(RehearsalReport report, Verdict verdict, String what, String otherwise) {
        int some = WorstFirst.migrations(report, verdict).size();
        return some == 0
                ? otherwise
                : some + " of " + Sizes.count(report.migrations().size(), "migration") + " " + what;
    }
}
