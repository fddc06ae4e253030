package dev.rehearsal.fuzz;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Pairs that are rehearsed as one migration, for a roundtrip costs far more than a pair. They share nothing but the
 * database, so each one's truth is told for itself.
 *
 * @param first the seed of the first
 * @param pairs in the order of their ups
 */
record Bundle(long first, List<Pair> pairs) {
    /** How many pairs a whole bundle has. */
    static final int SIZE = 25;

    /** {@return the pairs of these seeds, no more than a bundle takes} */
    static Bundle of(long first, long end) {
        long whole = (Math.floorDiv(first, SIZE) + 1) * SIZE;
        return new Bundle(
                first,
                LongStream.range(first, Math.min(end, whole)).mapToObj(Pair::of).toList());
    }

    String setup() {
        return pairs.stream().map(Pair::setup).collect(Collectors.joining());
    }

    String up() {
        return pairs.stream().map(Pair::up).collect(Collectors.joining());
    }

    String down() {
        StringBuilder down = new StringBuilder();
        for (int i = pairs.size(); i-- > 0; ) {
            down.append(pairs.get(i).down());
        }
        return down.toString();
    }

    Set<String> told() {
        return pairs.stream().flatMap(pair -> pair.told().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
