package dev.rehearsal.rule;

import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementPlan;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class ApplicationSlower implements Rule {
    /** Less than this is noise: the fastest run takes at least twice as long, and at least ten milliseconds more. */
    private static final double FACTOR = 2;

    private static final double MORE_MS = 10;

    @Override
    public String id() {
        return "application-slower";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "A statement that reads a whole large table, or takes much longer than before, takes the database away from"
                + " all others.";
    }

    @Override
    public String remedy() {
        return "Keep, or build first, the index that it uses.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        List<Finding> findings = new ArrayList<>();
        ApplicationCheck check = facts.application();
        if (check != null) {
            List<TableScale> tables = facts.tables().stream()
                    .map(table -> TableScale.of(table, budgets.severities()))
                    .toList();
            for (StatementCheck statement : check.statements()) {
                judge(statement, tables, facts, findings);
            }
        }
        return findings;
    }

    private void judge(
            StatementCheck statement, List<TableScale> tables, MigrationFacts facts, List<Finding> findings) {
        StatementRun before = statement.at(Moment.BEFORE_UP).orElse(null);
        for (Moment moment : List.of(Moment.AFTER_UP, Moment.AFTER_DOWN)) {
            StatementRun after = statement.at(moment).orElse(null);
            if (before != null && after != null) {
                List<TableScale> scanned = scanned(before.plan(), after.plan(), tables);
                if (!scanned.isEmpty() || slower(before.times(), after.times())) {
                    findings.add(finding(statement, before, after, scanned, facts));
                }
            }
        }
    }

    /** Large tables that were read by an index, and are read from end to end. */
    private static List<TableScale> scanned(
            @Nullable StatementPlan before, @Nullable StatementPlan after, List<TableScale> tables) {
        return before == null || after == null
                ? List.of()
                : tables.stream()
                        .filter(scale -> scale.severity() != Severity.NOTE)
                        .filter(scale -> after.scanned().contains(scale.table()))
                        .filter(scale -> before.relations().contains(scale.table())
                                && !before.scanned().contains(scale.table()))
                        .toList();
    }

    private static boolean slower(@Nullable Times before, @Nullable Times after) {
        return before != null
                && after != null
                && after.best() >= FACTOR * before.best()
                && after.best() - before.best() >= MORE_MS;
    }

    private Finding finding(
            StatementCheck statement,
            StatementRun before,
            StatementRun after,
            List<TableScale> scanned,
            MigrationFacts facts) {
        String whole = scanned.stream()
                .map(scale -> " It reads the whole of " + scale.table() + " now. " + scale.sentence())
                .collect(Collectors.joining());
        String message = "%s takes %s %s, and took %s before the up.%s\n%s%s%s"
                .formatted(
                        statement.place(),
                        times(after.times()),
                        after.moment().words(),
                        times(before.times()),
                        whole,
                        statement.sql(),
                        plan("before the up", before),
                        plan(after.moment().words(), after));
        String file = after.moment().ofTheDown()
                ? Wording.undoName(facts.migration())
                : facts.migration().script().name();
        return new Finding(id(), severity(), message, remedy(), file, 0);
    }

    private static String times(@Nullable Times times) {
        return times == null
                ? "an unknown time"
                : "%s at best (p50 %s, p95 %s, worst %s)"
                        .formatted(
                                Wording.millis(times.best()),
                                Wording.millis(times.p50()),
                                Wording.millis(times.p95()),
                                Wording.millis(times.worst()));
    }

    private static String plan(String when, StatementRun run) {
        StatementPlan plan = run.plan();
        return plan == null ? "" : "\nPlan " + when + ":\n" + plan.text();
    }

    /** {@return how often a run failed among others, for a reader; empty if it was tried at rest} */
    static String times(StatementRun run) {
        return run.moment().atRest()
                ? ""
                : String.format(Locale.ROOT, " (%,d of %s)", run.failures(), Wording.count(run.runs(), "run"));
    }
}
