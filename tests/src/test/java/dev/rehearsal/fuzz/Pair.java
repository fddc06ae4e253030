package dev.rehearsal.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A migration with its undo, both generated.
 *
 * @param setup what is there before
 * @param up the migration
 * @param down its undo
 * @param told what differs after it: nothing if it is right
 */
record Pair(String setup, String up, String down, Set<String> told) {
    /** So many neighbouring seeds never share a name. */
    private static final int APART = 500;

    private static final int NAMES = 1000;

    private static final List<Change> CHANGES = Stream.of(
                    ColumnChanges.all(),
                    ConstraintChanges.all(),
                    TableChanges.all(),
                    DataChanges.all(),
                    CodeChanges.all(),
                    OtherChanges.all())
            .flatMap(List::stream)
            .toList();

    /** {@return how many changes there are to choose from} */
    static int changes() {
        return CHANGES.size();
    }

    /** {@return the pair of a seed} */
    static Pair of(long seed) {
        Random random = new Random(seed);
        // the first numbers of neighbouring seeds are alike
        random.ints(5).forEach(skipped -> {});
        Ground ground = new Ground(random, Math.floorMod(seed, APART) * NAMES);
        // whole bundles are right, so that there are verdicts which must be good
        boolean right = random.nextInt(3) == 0 || Math.floorMod(Math.floorDiv(seed, Bundle.SIZE), 3) == 0;
        StringBuilder up = new StringBuilder();
        List<String> downs = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        // each pair has one change of its own, so that every change has its turn, and some others
        Set<Change> chosen = new LinkedHashSet<>(List.of(CHANGES.get(Math.floorMod(seed, CHANGES.size()))));
        for (int more = random.nextInt(4); more > 0; more--) {
            chosen.add(CHANGES.get(random.nextInt(CHANGES.size())));
        }
        for (Change change : chosen) {
            Ground.Plot plot = ground.plot(change);
            up.append(plot.sql(change.up()));
            downs.add(undo(change, plot, right, random, told));
        }
        Collections.reverse(downs);
        String down = String.join("", downs);
        return new Pair(ground.setup(), up.toString(), down.isBlank() ? "SELECT 1;\n" : down, told);
    }

    private static String undo(Change change, Ground.Plot plot, boolean right, Random random, Set<String> told) {
        StringBuilder down = new StringBuilder();
        for (Change.Part part : change.undo()) {
            part.always().forEach(line -> told.add(plot.told(line)));
            if (right || part.wrong().isEmpty() || random.nextInt(3) > 0) {
                down.append(plot.sql(part.right()));
            } else {
                Change.Wrong wrong =
                        part.wrong().get(random.nextInt(part.wrong().size()));
                down.append(plot.sql(wrong.sql()));
                wrong.told().forEach(line -> told.add(plot.told(line)));
            }
        }
        return down.toString();
    }

    @Override
    public String toString() {
        return "-- before:\n" + setup + "-- up:\n" + up + "-- down:\n" + down;
    }
}
