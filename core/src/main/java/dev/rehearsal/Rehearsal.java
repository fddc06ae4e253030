package dev.rehearsal;

import dev.rehearsal.coverage.FoundTests;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.dialect.Databases.ServerFacts;
import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.RunnerCapabilities;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RehearsedBy;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.scenario.DeferredDrops;
import dev.rehearsal.selection.Selection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rehearsal: options in, report out. One instance runs one rehearsal; not safe for use by several threads. */
public final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

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
     * Runs it. A migration at fault is part of the report, and so is what kept it from being rehearsed: a history that no
     * one could run, a database that is not there, an error of ours.
     *
     * @return what was measured and judged
     */
    public RehearsalReport run() {
        Gathered gathered = new Gathered(options, clock.instant());
        try {
            rehearse(gathered);
        } catch (RuntimeException | Error e) {
            LOG.debug("The rehearsal broke off", e);
            gathered.add(BrokenOff.by(e));
        }
        return gathered.report();
    }

    /**
     * {@return the report of a rehearsal for which there are no options}
     *
     * @param thrown why there are none: the settings cannot be used, or there are no migrations
     * @param clock tells when that was
     */
    public static RehearsalReport notBegun(Throwable thrown, Clock clock) {
        LOG.debug("The rehearsal could not begin", thrown);
        return Gathered.nothing(thrown, clock.instant());
    }

    private void rehearse(Gathered gathered) {
        MigrationHistory history = options.runner().history();
        options.runner().notes().forEach(note -> gathered.add(withoutEffect(note)));
        options.dialect()
                .session(options.runner().session())
                .left()
                .forEach(
                        name -> gathered.add(
                                withoutEffect(
                                        "The connection parameter " + name
                                                + " is not kept: how the server is reached, and how long is waited for it, is the rehearsal's.")));
        history.problems().forEach(problem -> gathered.add(finding(problem)));
        if (history.problems().stream().anyMatch(HistoryProblem::fatal)) {
            return;
        }
        gathered.addAll(KnownNames.unknownVersions(options.judge().budgets(), history));
        Selection selection = options.selector().select(options.runner());
        gathered.chose(selection);
        Budgets budgets = options.judge().budgets();
        budgets.waysBack()
                .missing(history, selection.migrations(), budgets.severities())
                .ifPresent(gathered::add);
        int all = history.migrations().size() + selection.repeatables().size();
        progress.report("Rehearsing " + selection.migrations().size() + " of " + all + " migrations ("
                + selection.why().reason() + ")");
        if (options.runner().capabilities().statements() == RunnerCapabilities.Statements.WHEN_APART) {
            progress.report("Each script is sent in one message, as in production: only the second up, for which it is"
                    + " taken apart, tells of single statements");
        }
        FoundTests tests = options.tests().find();
        gathered.with(tests);
        unread(tests).ifPresent(gathered::add);
        DatabaseServer server = options.provider().start(progress);
        try {
            named(server).ifPresent(gathered::add);
            DatabaseFacts database = facts(server, gathered.by());
            gathered.on(database);
            progress.report("On " + database.name() + " (" + database.provider() + ")");
            RehearsalOptions held = selection.repeatables().isEmpty()
                    ? options
                    : options.with(options.runner().holdingBack(selection.repeatables()));
            HistoryRehearsal rehearsed = gathered.through(new HistoryRehearsal(
                    held, tests, ProjectStages.of(options, server, new DeferredDrops()), progress));
            rehearsed.run(history, selection);
            gathered.addAll(options.judge().baseline().stale(rehearsed.results(), history.scriptNames()));
        } finally {
            Ending.of(server);
        }
    }

    /** {@return the note that a name of the database's own is that of an empty one beside the stages} */
    private Optional<Finding> named(DatabaseServer server) {
        String name = options.statements().databaseName();
        String one =
                server.keepsDatabases() ? "the one of that name, if this server has it" : "an empty one of that name";
        return name == null
                ? Optional.empty()
                : Optional.of(new Finding(
                        "not-measured",
                        Severity.NOTE,
                        "What scripts do to the database " + name + " by its name is done to " + one
                                + ": each stage has a"
                                + " name of its own. Whether an undo takes it back was not measured, and a setting of that"
                                + " database does not reach the sessions of a stage.",
                        "Where a script can ask the server for the name of its database, let it: then all is measured.",
                        null,
                        0));
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

    private DatabaseFacts facts(DatabaseServer server, RehearsedBy by) {
        try {
            ServerFacts facts =
                    options.dialect().databases().facts(options.dialect().connect(server.maintenance(), "rehearsal"));
            List<String> unlike = Stream.concat(server.unlikeProduction().stream(), facts.unlikeProduction().stream())
                    .distinct()
                    .toList();
            return new DatabaseFacts(facts.product(), facts.version(), server.provider(), unlike, by);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The server " + server.maintenance() + " does not answer: " + e.getMessage(), e);
        }
    }

    private static Finding withoutEffect(String note) {
        return new Finding(
                "setting-without-effect",
                Severity.NOTE,
                note,
                "Nothing, if that is what you expect; else see docs/guide/settings.md.",
                null,
                0);
    }

    static Finding finding(HistoryProblem problem) {
        String rule = switch (problem.kind()) {
            case DUPLICATE_VERSION -> "version-duplicate";
            case UNDO_WITHOUT_MIGRATION -> "undo-without-migration";
            case UNRECOGNISED_NAME, PASSED_OVER -> "name-not-recognised";
            case WRONG_ENCODING -> "wrong-encoding";
            case NOT_UNDERSTOOD -> "script-not-understood";
        };
        Severity severity = problem.fatal() ? Severity.ERROR : Severity.WARNING;
        return new Finding(rule, severity, problem.message(), problem.remedy(), problem.file(), problem.line());
    }
}
