package dev.rehearsal;

import dev.rehearsal.coverage.FoundTests;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.dialect.Databases.ServerFacts;
import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TestCoverage;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.scenario.Retired;
import dev.rehearsal.scenario.StageHouse;
import dev.rehearsal.selection.Selection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rehearsal: options in, report out. One instance runs one rehearsal; not safe for use by several threads. */
public final class Rehearsal {
    private final RehearsalOptions options;
    private final Progress progress;
    private final Clock clock;

    /**
     * Makes a rehearsal; nothing runs yet.
     *
     * @param options what to rehearse
     * @param progress told of what is being done
     * @param clock tells when it began
     */
    public Rehearsal(RehearsalOptions options, Progress progress, Clock clock) {
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Runs it. A migration at fault is part of the report, not an exception.
     *
     * @return what was measured and judged
     * @throws MigrationSourceException if there is nothing that could be run
     * @throws DatabaseUnavailableException if there is no database to run on
     */
    public RehearsalReport run() {
        Instant started = clock.instant();
        long begin = System.nanoTime();
        MigrationHistory history = options.runner().history();
        List<Finding> findings = new ArrayList<>(
                history.problems().stream().map(Rehearsal::finding).toList());
        if (!findings.isEmpty()) {
            throw new UnfitHistoryException(findings);
        }
        Selection selection = options.selector().select(options.runner());
        findings.addAll(selection.findings());
        int all = history.migrations().size() + selection.repeatables().size();
        progress.report("Rehearsing " + selection.migrations().size() + " of " + all + " migrations ("
                + selection.why().reason() + ")");
        FoundTests tests = options.tests().find();
        unread(tests).ifPresent(findings::add);
        try (DatabaseServer server = options.provider().start(progress)) {
            DatabaseFacts database = facts(server);
            progress.report("On " + database.product() + " " + database.version() + " (" + database.provider() + ")");
            RehearsalOptions held = selection.repeatables().isEmpty()
                    ? options
                    : options.with(options.runner().holdingBack(selection.repeatables()));
            Tour tour = new Tour(held, tests, house(server), progress);
            tour.run(history, selection);
            findings.addAll(tour.findings());
            findings.addAll(options.baseline().stale(tour.results(), history.scriptNames()));
            return new RehearsalReport(
                    Judge.verdict(findings, tour.results()),
                    options.volume().seed(),
                    started,
                    (System.nanoTime() - begin) / 1e6,
                    database,
                    options.budgets().applied(),
                    tour.tables(),
                    findings,
                    tour.results(),
                    coverage(tests, tour.results()),
                    tour.schema(),
                    selection.why());
        }
    }

    /** A project that neither has nor requires tests is not told that it has none. */
    private @Nullable TestCoverage coverage(FoundTests tests, List<MigrationResult> rehearsed) {
        TestCoverage coverage = tests.of(
                rehearsed.stream().map(result -> result.facts().migration()).toList());
        return options.tests().required() || !tests.versions().isEmpty() ? coverage : null;
    }

    private Optional<Finding> unread(FoundTests tests) {
        return tests.unreadable().isEmpty() || !options.tests().required()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "not-measured",
                        Severity.ERROR,
                        "Compiled tests could not be read: " + String.join("; ", tests.unreadable()),
                        "Compile the tests anew, or for an older Java: mvn clean test-compile.",
                        null,
                        0));
    }

    private DatabaseFacts facts(DatabaseServer server) {
        try {
            ServerFacts facts =
                    options.dialect().databases().facts(options.dialect().connect(server.maintenance(), "rehearsal"));
            List<String> unlike = Stream.concat(server.unlikeProduction().stream(), facts.unlikeProduction().stream())
                    .distinct()
                    .toList();
            return new DatabaseFacts(facts.product(), facts.version(), server.provider(), unlike);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The server " + server.maintenance() + " does not answer: " + e.getMessage(), e);
        }
    }

    private StageHouse house(DatabaseServer server) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return new StageHouse(
                server, options.dialect(), options.runner().ownTables(), run, new AtomicInteger(), new Retired());
    }

    static Finding finding(HistoryProblem problem) {
        String rule = switch (problem.kind()) {
            case DUPLICATE_VERSION -> "version-duplicate";
            case UNDO_WITHOUT_MIGRATION -> "undo-without-migration";
            case UNRECOGNISED_NAME -> "name-not-recognised";
            case WRONG_ENCODING -> "wrong-encoding";
        };
        return new Finding(rule, Severity.ERROR, problem.message(), problem.remedy(), problem.file(), 0);
    }
}
