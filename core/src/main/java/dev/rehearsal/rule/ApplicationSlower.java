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
import dev.rehearsal.result.StatementRun.TimesAgain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class ApplicationSlower implements Rule {
    /** Less than this is noise: the fastest run takes at least twice as long, and at least ten milliseconds more. */
    private static final double FACTOR = 2;

    private static final double MORE_MS = 10;

    private static final List<Moment> AT_REST = List.of(Moment.AFTER_UP, Moment.AFTER_DOWN);

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
        for (Moment moment : AT_REST) {
            StatementRun after = statement.at(moment).orElse(null);
            if (before != null && after != null) {
                List<TableScale> scanned = scanned(before.plan(), after.plan(), tables);
                if (!scanned.isEmpty() || slower(before, after, 1)) {
                    Finding finding = finding(statement, before, after, scanned, facts);
                    findings.add(scanned.isEmpty() ? weigh(finding, before, after) : finding);
                }
            }
        }
    }

    /** {@return whether a statement takes longer after the up, or after the down, than this many times its limit} */
    static boolean tooSlow(StatementCheck statement, double times) {
        StatementRun before = statement.at(Moment.BEFORE_UP).orElse(null);
        return before != null
                && AT_REST.stream()
                        .flatMap(moment -> statement.at(moment).stream())
                        .anyMatch(after -> slower(before, after, times));
    }

    /** On a busy machine only what is far beyond the limit is the migration's: the rest stays a warning that says so. */
    private static Finding weigh(Finding finding, StatementRun before, StatementRun after) {
        TimesAgain again = after.again();
        if (again == null || !again.busy() || slower(before, after, Doubt.MARGIN * again.stretch())) {
            return finding;
        }
        return new Finding(
                NotMeasured.ID,
                finding.severity(),
                "Whether it became slower cannot be told: %s\nThe machine was busy: what needs a processor for a moment took"
                                .formatted(finding.message())
                        + String.format(Locale.ROOT, " %.1f times as long.", again.stretch()),
                "Run it again while less runs on this machine.",
                finding.file(),
                finding.line());
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

    /** Of several measurements the least counts. */
    private static boolean slower(StatementRun before, StatementRun after, double times) {
        if (before.best().isEmpty() || after.best().isEmpty()) {
            return false;
        }
        double limit =
                Math.max(FACTOR * before.best().getAsDouble(), before.best().getAsDouble() + MORE_MS);
        return after.best().getAsDouble() >= times * limit;
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
                        words(after),
                        after.moment().words(),
                        words(before),
                        whole,
                        statement.sql(),
                        plan("before the up", before),
                        plan(after.moment().words(), after));
        String file = after.moment().ofTheDown()
                ? Wording.undoName(facts.migration())
                : facts.migration().script().name();
        return new Finding(id(), severity(), message, remedy(), file, 0);
    }

    private static String words(StatementRun run) {
        Times times = run.times();
        if (times == null) {
            return "an unknown time";
        }
        String once = "%s at best (p50 %s, p95 %s, worst %s)"
                .formatted(
                        Wording.millis(times.best()),
                        Wording.millis(times.p50()),
                        Wording.millis(times.p95()),
                        Wording.millis(times.worst()));
        TimesAgain again = run.again();
        return again == null
                ? once
                : once + ", and on fresh copies at best "
                        + again.times().stream()
                                .map(more -> Wording.millis(more.best()))
                                .collect(Collectors.joining(", "));
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
