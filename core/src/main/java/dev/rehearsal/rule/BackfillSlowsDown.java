package dev.rehearsal.rule;

import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.Backfill.Trend;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Each batch passes over what was done before it. */
final class BackfillSlowsDown implements Rule {
    @Override
    public String id() {
        return "backfill-slows-down";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "Where each batch begins at the first row, the whole takes the square of the rows: what is quick here takes days"
                + " in production. What only reads a table of this size from its beginning is a note, for a larger one may be"
                + " read otherwise.";
    }

    @Override
    public String remedy() {
        return "Remember the last key of the batch before and go on behind it, along an index on that key: the primary key, or"
                + " an index on the rows that are still to be done.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        BackfillCheck check = facts.backfill();
        return check == null
                ? List.of()
                : check.backfills().stream()
                        .filter(backfill -> backfill.trend() != null
                                && (backfill.trend().growing()
                                        || backfill.trend().fromStart()))
                        .map(this::finding)
                        .toList();
    }

    private Finding finding(Backfill backfill) {
        Trend trend = Objects.requireNonNull(backfill.trend());
        String looked = String.format(
                Locale.ROOT,
                "For each row that it wrote, a batch of %s looked at %.1f rows and entries of indexes among the first third"
                        + " of its %s, and at %.1f among the last",
                backfill.table(),
                trend.early(),
                backfill.batches() + " batches",
                trend.late());
        String message = trend.growing()
                ? looked + ": each passes again over what was done before it."
                : looked + "; each reads the table from its beginning.";
        return BackfillText.finding(this, trend.growing() ? severity() : Severity.NOTE, message, backfill);
    }
}
