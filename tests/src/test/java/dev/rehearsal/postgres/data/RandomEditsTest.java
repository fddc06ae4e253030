package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.Loss;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is reported is exactly what was done, however it was mixed. */
class RandomEditsTest {
    private static final int ROWS = 20_000;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 40", "3, 200", "4, 5000"})
    void exactly_the_edited_rows_are_reported(long seed, int edits) throws Exception {
        Random random = new Random(seed);
        Set<Integer> deleted = rows(random, edits, Set.of());
        Set<Integer> renamed = rows(random, edits, deleted);
        Set<Integer> repriced = rows(random, edits, deleted);
        TwoStates states = TwoStates.of(SETUP.replace("ROWS", "" + ROWS));
        for (String table : List.of("t", "composite")) {
            states.change("DELETE FROM %1$s WHERE id IN (%2$s); UPDATE %1$s SET name = name || '!' WHERE id IN (%3$s);"
                            .formatted(table, list(deleted), list(renamed))
                    + "UPDATE %1$s SET price = -price WHERE id IN (%2$s); INSERT INTO %1$s SELECT -i, 'a', 'n', i FROM generate_series(1, %3$d) i"
                            .formatted(table, list(repriced), edits));
        }
        states.change("DELETE FROM keyless WHERE id IN (%s); UPDATE keyless SET name = '' WHERE id IN (%s)"
                .formatted(list(deleted), list(renamed)));

        assertThat(states.losses())
                .extracting(loss -> loss.relation() + " " + loss.column() + " " + loss.kind() + " " + loss.rows())
                .containsExactly(
                        "public.composite null ROWS_LOST " + deleted.size(),
                        "public.composite null ROWS_LEFT_OVER " + edits,
                        "public.composite name VALUES_CHANGED " + renamed.size(),
                        "public.composite price VALUES_CHANGED " + repriced.size(),
                        "public.keyless null ROWS_LOST " + (deleted.size() + renamed.size()),
                        "public.keyless null ROWS_LEFT_OVER " + renamed.size(),
                        "public.t null ROWS_LOST " + deleted.size(),
                        "public.t null ROWS_LEFT_OVER " + edits,
                        "public.t name VALUES_CHANGED " + renamed.size(),
                        "public.t price VALUES_CHANGED " + repriced.size());
        assertThat(states.losses()).allSatisfy(RandomEditsTest::hasKeys);
    }

    private static final String SETUP = """
            CREATE TABLE t (id int PRIMARY KEY, code text, name text, price numeric(10,2));
            INSERT INTO t SELECT i, 'c' || i % 10, 'n' || i, i FROM generate_series(1, ROWS) i;
            CREATE TABLE composite (LIKE t, PRIMARY KEY (code, id));
            INSERT INTO composite TABLE t;
            CREATE TABLE keyless AS TABLE t;
            """;

    private static void hasKeys(Loss loss) {
        int expected = loss.relation().equals("public.keyless") ? 0 : (int) Math.min(5, loss.rows());
        assertThat(loss.sampleKeys()).hasSize(expected);
    }

    private static Set<Integer> rows(Random random, int count, Set<Integer> without) {
        Set<Integer> rows = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            rows.add(1 + random.nextInt(ROWS));
        }
        rows.removeAll(without);
        return rows;
    }

    private static String list(Set<Integer> rows) {
        return rows.isEmpty() ? "NULL" : rows.toString().replaceAll("[\\[\\]]", "");
    }
}
