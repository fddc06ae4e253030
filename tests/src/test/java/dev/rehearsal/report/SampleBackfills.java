package dev.rehearsal.report;

import dev.rehearsal.data.Loss;
import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.Backfill.Trend;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.Spread;
import dev.rehearsal.result.WritesBeside;
import dev.rehearsal.result.WritesBeside.Kind;
import dev.rehearsal.result.WritesBeside.Missed;
import java.util.List;

/** A backfill that was disturbed in each way. */
final class SampleBackfills {
    private SampleBackfills() {}

    static BackfillCheck disturbed(String script) {
        return new BackfillCheck(
                null,
                List.of(new Backfill(
                        "public.users",
                        script,
                        4,
                        6,
                        6000,
                        false,
                        new Spread(1000, 1000, 1000),
                        new Spread(12, 20, 31),
                        33,
                        new Trend(2, 9.5, true, false))),
                List.of(
                        new BackfillRerun(
                                3,
                                6,
                                2000,
                                1000,
                                2000,
                                null,
                                List.of(),
                                List.of(new Loss(
                                        "public.users", "visits", Loss.Kind.VALUES_CHANGED, 2000, List.of("id=1")))),
                        new BackfillRerun(0, 6, 6000, 0, 0, null, List.of(), List.of())),
                List.of(new WritesBeside(
                        "public.users", 3, 20, List.of(new Missed(Kind.INSERT_NOT_FILLED, "role", "id = '7'")), null)),
                List.of("whether it ends on a full moon: nobody waited for one"));
    }
}
