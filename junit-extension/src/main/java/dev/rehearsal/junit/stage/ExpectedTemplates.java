package dev.rehearsal.junit.stage;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Which rungs tests will ask for, as far as their classes say. Safe for use by several threads. */
final class ExpectedTemplates {
    private final NavigableMap<Integer, Integer> awaited = new TreeMap<>();
    private final NavigableMap<Integer, Integer> made = new TreeMap<>();
    private int asked;
    private int last;

    /** Says that so many tests will ask for a rung. */
    synchronized void expect(int rung, int tests) {
        awaited.merge(rung, tests, Integer::sum);
    }

    /** Says that a test asks for a rung now. */
    synchronized void asks(int rung) {
        asked++;
        last = rung;
        awaited.computeIfPresent(rung, (key, tests) -> tests > 1 ? tests - 1 : null);
    }

    /** Says that a copy of a rung was made ahead. */
    synchronized void made(int rung) {
        made.merge(rung, 1, Integer::sum);
    }

    /** Says that a copy made ahead was taken. */
    synchronized void taken(int rung) {
        made.merge(rung, -1, Integer::sum);
    }

    /** {@return whether each test that will ask for a rung, as far as is known, has its copy ready} */
    synchronized boolean isSpent(int rung) {
        return awaited.getOrDefault(rung, 0) <= made.getOrDefault(rung, 0);
    }

    /**
     * {@return of which rung a copy is best made now; the same or a higher one before a lower one. Nothing for a test
     * that runs alone: it must not pay for others}
     *
     * @param most how many copies may wait above, and how many below: for tests that are not run, they wait for good
     */
    synchronized OptionalInt next(int most) {
        if (asked < 2) {
            return OptionalInt.empty();
        }
        OptionalInt above = lacking(awaited.tailMap(last, true));
        return above.isPresent()
                ? unless(ready(made.tailMap(last, true)) >= most, above)
                : unless(ready(made.headMap(last, false)) >= most, lacking(awaited.headMap(last, false)));
    }

    private static OptionalInt unless(boolean enough, OptionalInt rung) {
        return enough ? OptionalInt.empty() : rung;
    }

    private static int ready(Map<Integer, Integer> rungs) {
        return rungs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private OptionalInt lacking(Map<Integer, Integer> rungs) {
        return rungs.entrySet().stream()
                .filter(rung -> rung.getValue() > made.getOrDefault(rung.getKey(), 0))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
