package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Changes with right and wrong undos on a real MariaDB whose tables are filled; the truth is known by construction. A
 * failure names its seed, which {@code -Drehearsal.fuzz.seed=} repeats; {@code -Drehearsal.fuzz.pairs=} says how many to try.
 */
class MariaDbFuzzIT {
    private static final int PAIRS = Integer.getInteger("rehearsal.fuzz.pairs", 40);
    private static final long SEED = Long.getLong("rehearsal.fuzz.seed", 20261130L);
    private static final String ORDER = "column order ";
    private static final MariaDbDialect DIALECT = new MariaDbDialect();

    @Test
    void what_differs_after_an_undo_is_told_and_nothing_else() throws SQLException {
        List<String> disagreements = new ArrayList<>();
        int wrong = 0;
        try (SeededMariaDb maria = new SeededMariaDb()) {
            for (long seed = SEED; seed < SEED + PAIRS; seed++) {
                Pair pair = Pair.of(seed);
                Set<String> found = differences(maria.empty(), pair, seed);
                wrong += pair.told.isEmpty() ? 0 : 1;
                if (!found.equals(pair.told)) {
                    disagreements.add("seed " + seed + ": " + found + " instead of " + pair.told + " after\n" + pair);
                }
            }
        }
        System.out.printf(
                "fuzz: %d pairs of %d kinds of change from seed %d, %d of them wrong: %d disagreements%n",
                PAIRS, FuzzChange.ALL.size(), SEED, wrong, disagreements.size());
        assertThat(disagreements).isEmpty();
        assertThat(wrong).isBetween(PAIRS > 9 ? 1 : 0, PAIRS > 9 ? PAIRS - 1 : PAIRS);
    }

    private static Set<String> differences(SeededMariaDb maria, Pair pair, long seed) throws SQLException {
        maria.with(all(pair.ground)).filled(VolumeProfile.uniform(seed, 30));
        maria.run(all(pair.prepare));
        SchemaSnapshot schema = DIALECT.catalog().snapshot(maria.source(), Set.of());
        DataFingerprint data = DIALECT.data().fingerprint(maria.source(), Set.of());
        maria.run(all(pair.up));
        maria.run(all(pair.down));
        Set<String> told = new TreeSet<>();
        told.addAll(between(schema, DIALECT.catalog().snapshot(maria.source(), Set.of())));
        told.addAll(between(data, DIALECT.data().fingerprint(maria.source(), Set.of())));
        return told;
    }

    private static Set<String> between(SchemaSnapshot before, SchemaSnapshot after) {
        Set<String> told = new TreeSet<>();
        Set<SchemaObject> objects = new HashSet<>(before.definitions().keySet());
        objects.addAll(after.definitions().keySet());
        for (SchemaObject object : objects) {
            if (!Objects.equals(
                    before.definitions().get(object), after.definitions().get(object))) {
                told.add(object.type() + " " + object.name());
            }
        }
        // Where columns have come or gone, their order is another one anyway.
        Set<String> all = Set.copyOf(told);
        told.removeIf(line -> line.startsWith(ORDER)
                && all.stream().anyMatch(other -> other.startsWith("column " + line.substring(ORDER.length()) + ".")));
        return told;
    }

    private static Set<String> between(DataFingerprint before, DataFingerprint after) {
        Set<String> told = new TreeSet<>();
        Set<QualifiedName> tables = new HashSet<>(before.tables().keySet());
        tables.addAll(after.tables().keySet());
        for (QualifiedName table : tables) {
            TableFingerprint one = before.tables().get(table);
            TableFingerprint other = after.tables().get(table);
            if (one == null || other == null) {
                told.add("table of rows " + table);
            } else if (one.rows() != other.rows()) {
                told.add("rows of " + table);
            } else {
                one.columns().forEach((column, print) -> {
                    boolean there = other.columns().containsKey(column);
                    if (there && !print.equals(other.columns().get(column))) {
                        told.add("values of " + table + "." + column);
                    }
                });
            }
        }
        return told;
    }

    private static String[] all(List<String> statements) {
        return statements.toArray(new String[0]);
    }

    /** Changes of tables of their own, with their undos. */
    private record Pair(
            List<String> ground, List<String> prepare, List<String> up, List<String> down, Set<String> told) {
        static Pair of(long seed) {
            Random random = new Random(seed * 7919);
            Pair pair = new Pair(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
            boolean right = random.nextInt(3) == 0;
            Map<String, FuzzChange> changes = new LinkedHashMap<>();
            int first = Math.floorMod(seed, FuzzChange.ALL.size());
            changes.put("t1", FuzzChange.ALL.get(first));
            for (int more = random.nextInt(3); more > 0; more--) {
                changes.put("t" + (changes.size() + 1), FuzzChange.ALL.get(random.nextInt(FuzzChange.ALL.size())));
            }
            List<List<String>> downs = new ArrayList<>();
            changes.forEach((table, change) -> {
                add(pair.ground, FuzzChange.GROUND, table);
                add(pair.prepare, change.prepare(), table);
                add(pair.up, change.up(), table);
                List<String> down = new ArrayList<>();
                add(pair.told, change.always(), table);
                if (right || change.wrong().isEmpty() || random.nextInt(3) == 0) {
                    add(down, change.right(), table);
                } else {
                    FuzzChange.Wrong wrong =
                            change.wrong().get(random.nextInt(change.wrong().size()));
                    add(down, wrong.sql(), table);
                    add(pair.told, wrong.told(), table);
                }
                downs.add(down);
            });
            Collections.reverse(downs);
            downs.forEach(pair.down::addAll);
            return pair;
        }

        private static void add(java.util.Collection<String> to, List<String> texts, String table) {
            texts.forEach(text -> to.add(text.replace("{t}", table)));
        }

        @Override
        public String toString() {
            return String.join(";\n", ground) + ";\n-- up\n" + String.join(";\n", up) + ";\n-- down\n"
                    + String.join(";\n", down);
        }
    }
}
