package dev.rehearsal.junit.stage;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Which templates tests will ask for, by their positions, as far as their classes say. Safe for use by several threads. */
final class ExpectedTemplates {
    private final NavigableMap<Integer, Integer> awaited = new TreeMap<>();
    private final NavigableMap<Integer, Integer> made = new TreeMap<>();
    private int asked;
    private int last;

    /** Says that so many tests will ask for a template. */
    synchronized void expect(int position, int tests) {
        awaited.merge(position, tests, Integer::sum);
    }

    /** Says that a test asks for a template now. */
    synchronized void asks(int position) {
        asked++;
        last = position;
        awaited.computeIfPresent(position, (key, tests) -> tests > 1 ? tests - 1 : null);
    }

    /** Says that a copy of a template was made ahead. */
    synchronized void made(int position) {
        made.merge(position, 1, Integer::sum);
    }

    /** Says that a copy made ahead was taken. */
    synchronized void taken(int position) {
        made.merge(position, -1, Integer::sum);
    }

    /** {@return whether each test that will ask for a template, as far as is known, has its copy ready} */
    synchronized boolean isSpent(int position) {
        return awaited.getOrDefault(position, 0) <= made.getOrDefault(position, 0);
    }

    /**
     * {@return of which template a copy is best made now; the same or a later one before an earlier one. Nothing for a test
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

    private static OptionalInt unless(boolean enough, OptionalInt position) {
        return enough ? OptionalInt.empty() : position;
    }

    private static int ready(Map<Integer, Integer> positions) {
        return positions.values().stream().mapToInt(Integer::intValue).sum();
    }

    private OptionalInt lacking(Map<Integer, Integer> positions) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue() > made.getOrDefault(entry.getKey(), 0))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
