package dev.rehearsal.rule;

import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.WritesBeside;
import dev.rehearsal.result.WritesBeside.Kind;
import dev.rehearsal.result.WritesBeside.Missed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others write while batches run is not filled, goes stale, or is lost; or they make the up fail. */
final class BackfillMissesConcurrentWrites implements Rule {
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "backfill-misses-concurrent-writes";
    }

    @Override
    public String reason() {
        return "The application goes on while batches run: rows that it inserts or changes meanwhile must be filled too, and"
                + " nothing that it writes may be lost. Rows that are not filled or hold an old value are a warning, for a"
                + " newer application may already fill them itself.";
    }

    @Override
    public String remedy() {
        return "Before the backfill, let a default or a trigger fill rows that are written meanwhile; and let each batch compute"
                + " its values and check its condition in the very statement that writes them.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        BackfillCheck check = facts.backfill();
        return check == null
                ? List.of()
                : check.beside().stream()
                        .flatMap(beside -> findings(beside, check))
                        .toList();
    }

    private Stream<Finding> findings(WritesBeside beside, BackfillCheck check) {
        Backfill backfill = check.backfills().stream()
                .filter(one -> one.table().equals(beside.table()))
                .findFirst()
                .orElse(check.backfills().get(0));
        List<Finding> findings = new ArrayList<>();
        if (beside.failure() != null) {
            String message = "While others wrote to " + beside.table() + " beside its batches, the up failed: "
                    + beside.failure().message() + ".";
            findings.add(BackfillText.finding(this, severity(), message, backfill));
        }
        for (Kind kind : Kind.values()) {
            List<Missed> missed =
                    beside.missed().stream().filter(one -> one.kind() == kind).toList();
            if (!missed.isEmpty()) {
                Severity weight = kind == Kind.UPDATE_LOST ? severity() : Severity.WARNING;
                findings.add(BackfillText.finding(this, weight, message(kind, missed, beside), backfill));
            }
        }
        return findings.stream();
    }

    private static String message(Kind kind, List<Missed> missed, WritesBeside beside) {
        String columns = missed.stream().map(Missed::column).distinct().collect(Collectors.joining(", "));
        List<String> rows = missed.stream().map(Missed::row).distinct().toList();
        return "Others inserted %s and updated %s while the batches of %s ran. %s: %s, for example where %s: column %s."
                .formatted(
                        Wording.count(beside.inserted(), "row"),
                        beside.updated(),
                        beside.table(),
                        kind.words(),
                        Wording.count(rows.size(), "row"),
                        rows.stream().limit(NAMED).collect(Collectors.joining("; ")),
                        columns);
    }
}
