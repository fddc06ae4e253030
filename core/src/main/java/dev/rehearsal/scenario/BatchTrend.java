package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Backfills.Ran;
import dev.rehearsal.result.Backfill.Trend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a batch needs more than the one before. It is told by what the server looked at, never by a time.
 *
 * @param all what the server saw of the whole run, in order
 * @param tableRows how many rows the table has
 */
record BatchTrend(List<Ran> all, long tableRows) {
    /** Of fewer batches nothing can be told. */
    static final int BATCHES = 4;

    /** Who passes over what is done looks at one batch more each time; half of it is far from nothing. */
    private static final double GROWTH = 0.5;

    /** A small table is read from its beginning because that is the quickest. */
    private static final long SMALL = 5_000;

    /** A larger part of a table is read from the beginning because that is the quickest, too. */
    private static final double PART = 0.05;

    /** What one batch needed. */
    private record Need(int batch, double looked, boolean scanned) {}

    @Nullable
    Trend of(List<List<Ran>> batches) {
        List<Need> needs = needs(batches);
        if (needs.size() < BATCHES) {
            return null;
        }
        int third = Math.max(1, needs.size() / 3);
        List<Need> early = needs.subList(0, third);
        List<Need> late = needs.subList(needs.size() - third, needs.size());
        double grown = median(late) - median(early);
        double apart = late.get(third / 2).batch() - early.get(third / 2).batch();
        return new Trend(
                median(early),
                median(late),
                grown / apart >= GROWTH,
                tableRows >= SMALL
                        && largest(batches) <= PART * tableRows
                        && needs.stream().allMatch(Need::scanned));
    }

    private List<Need> needs(List<List<Ran>> batches) {
        Map<Long, Ran> before = before();
        long largest = largest(batches);
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            Ran first = batches.get(i).get(0);
            Ran last = batches.get(i).get(batches.get(i).size() - 1);
            Ran previous = before.get(first.number());
            long rows = SeenBatches.rows(batches.get(i));
            boolean anew = batches.get(i).stream().anyMatch(ran -> ran.work().anew());
            if (previous != null && !anew && rows >= largest / 2) {
                double looked = (double) (last.work().looked() - previous.work().looked()) / rows;
                needs.add(new Need(
                        i, looked, last.work().scans() > previous.work().scans()));
            }
        }
        return needs;
    }

    private static long largest(List<List<Ran>> batches) {
        return batches.stream().mapToLong(SeenBatches::rows).max().orElse(0);
    }

    /** {@return the write before each, in the same session} */
    private Map<Long, Ran> before() {
        Map<Long, Ran> last = new HashMap<>();
        Map<Long, Ran> before = new HashMap<>();
        for (Ran ran : all) {
            Ran previous = last.put(ran.session(), ran);
            if (previous != null) {
                before.put(ran.number(), previous);
            }
        }
        return before;
    }

    private static double median(List<Need> needs) {
        return needs.stream()
                .mapToDouble(Need::looked)
                .sorted()
                .skip(needs.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
