package dev.rehearsal.report.json;

import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.TableCost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a phase cost as a whole, as it stands in the file. */
record CostView(
        @Nullable Long walBytes,
        @Nullable Long statementsWalBytes,
        @Nullable Boolean accounted,
        @Nullable Long tempBytes,
        @Nullable List<TableCost> tables) {
    static @Nullable CostView of(@Nullable PhaseCost cost) {
        return cost == null
                ? null
                : new CostView(
                        cost.walBytes(), cost.statementsWalBytes(), cost.accounted(), cost.tempBytes(), cost.tables());
    }
}
