package dev.rehearsal.junit.stage;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Which rungs tests will ask for, as far as their classes say. Safe for use by several threads. */
final class Foresight {
    private final NavigableMap<Integer, Integer> awaited = new TreeMap<>();
    private final Map<Integer, Integer> made = new HashMap<>();
    private int asked;
    private int ready;
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
        ready++;
    }

    /** Says that a copy made ahead was taken. */
    synchronized void taken(int rung) {
        made.merge(rung, -1, Integer::sum);
        ready--;
    }

    /** {@return whether each test that will ask for a rung, as far as is known, has its copy ready} */
    synchronized boolean isSpent(int rung) {
        return awaited.getOrDefault(rung, 0) <= made.getOrDefault(rung, 0);
    }

    /**
     * {@return of which rung a copy is best made now; the same or a higher one before a lower one. Nothing for a test
     * that runs alone: it must not pay for others}
     *
     * @param most how many copies may wait
     */
    synchronized OptionalInt next(int most) {
        if (asked < 2 || ready >= most) {
            return OptionalInt.empty();
        }
        OptionalInt above = lacking(awaited.tailMap(last, true));
        return above.isPresent() ? above : lacking(awaited.headMap(last, false));
    }

    private OptionalInt lacking(Map<Integer, Integer> rungs) {
        return rungs.entrySet().stream()
                .filter(rung -> rung.getValue() > made.getOrDefault(rung.getKey(), 0))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
