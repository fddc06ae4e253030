package dev.rehearsal.report.format;

import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.Backfill.Trend;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.WritesBeside;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an up fared that writes in batches, a sentence for each thing that was tried. */
final class BackfillSentence {
    private BackfillSentence() {}

    /** {@return the sentences; none where nothing writes in batches} */
    static List<String> of(BackfillCheck check) {
        if (check.skipped() != null) {
            return List.of("not rehearsed: " + check.skipped());
        }
        List<String> all = new ArrayList<>();
        check.backfills().forEach(backfill -> all.add(backfill(backfill)));
        if (!check.reruns().isEmpty()) {
            all.add(reruns(check));
        }
        check.beside().forEach(beside -> all.add(beside(beside)));
        check.notTried().forEach(why -> all.add("not tried: " + why));
        return all;
    }

    private static String backfill(Backfill backfill) {
        return "%s at %s: %s in %d batches%s, of %s at most; a batch took %s in the median, %s at p95, %s at worst; its rows were locked for %s at most; %s"
                .formatted(
                        backfill.table(),
                        backfill.place(),
                        Sizes.count(backfill.rows(), "row"),
                        backfill.batches(),
                        backfill.oneTransaction() ? " of one transaction" : "",
                        Sizes.count((long) backfill.batchRows().worst(), "row"),
                        DurationText.format(backfill.batchMs().median()),
                        DurationText.format(backfill.batchMs().p95()),
                        DurationText.format(backfill.batchMs().worst()),
                        DurationText.format(backfill.longestLockMs()),
                        trend(backfill.trend()));
    }

    private static String trend(@Nullable Trend trend) {
        return trend == null
                ? "whether batches slow down is not measured"
                : String.format(
                        Locale.ROOT,
                        "for each row written it looked at %.1f in the first third of the batches, at %.1f in the last",
                        trend.early(),
                        trend.late());
    }

    private static String reruns(BackfillCheck check) {
        List<BackfillRerun> wrong =
                check.reruns().stream().filter(rerun -> !rerun.sameEnd()).toList();
        long again =
                check.reruns().stream().mapToLong(BackfillRerun::again).max().orElse(0);
        boolean end = check.reruns().stream().anyMatch(BackfillRerun::afterTheEnd);
        return "killed at " + Sizes.count(check.reruns().size(), "moment") + (end ? ", one of them after its end," : "")
                + " and run again: "
                + (wrong.isEmpty() ? "the same end each time" : "another end, or a failure, at " + wrong.size())
                + "; "
                + (again == 0
                        ? "no row was written twice"
                        : "up to " + Sizes.count(again, "row") + " were written twice");
    }

    private static String beside(WritesBeside beside) {
        return "others inserted " + Sizes.count(beside.inserted(), "row") + " and updated " + beside.updated() + " of "
                + beside.table() + " meanwhile: "
                + (beside.failure() != null
                        ? "the up failed"
                        : beside.missed().isEmpty()
                                ? "each ended as if it had been written before"
                                : Sizes.count(beside.missed().size(), "value") + " did not end as if written before");
    }
}
