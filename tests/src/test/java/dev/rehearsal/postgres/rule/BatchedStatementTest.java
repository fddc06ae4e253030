package dev.rehearsal.postgres.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchedStatementTest {
    private static final String RANGE = "k >= batch_from AND (batch_to IS NULL OR k < batch_to)";

    @Test
    void its_own_condition_is_kept_and_only_narrowed() {
        assertThat(
                        loop(
                                "-- all\nUPDATE public.t SET a = (SELECT 1 WHERE true), b = ' WHERE ' WHERE a = 1 OR b IS NULL;"))
                .contains("UPDATE public.t SET a = (SELECT 1 WHERE true), b = ' WHERE '\n      WHERE " + RANGE
                        + " AND (a = 1 OR b IS NULL);");
        assertThat(loop("UPDATE t SET a = (SELECT b FROM s WHERE s.id = 1)"))
                .contains("UPDATE t SET a = (SELECT b FROM s WHERE s.id = 1)\n      WHERE " + RANGE
                        + " AND a IS DISTINCT FROM ((SELECT b FROM s WHERE s.id = 1));");
        assertThat(loop("DELETE FROM t WHERE a IN (SELECT b FROM s WHERE c)"))
                .contains("DELETE FROM t\n      WHERE " + RANGE + " AND (a IN (SELECT b FROM s WHERE c));");
        assertThat(loop("DELETE FROM t")).contains("DELETE FROM t\n      WHERE " + RANGE + ";");
        assertThat(loop("UPDATE t AS x SET a = y.a FROM y WHERE y.id = x.id"))
                .contains("WHERE x.k >= batch_from AND (batch_to IS NULL OR x.k < batch_to) AND (y.id = x.id);");
    }

    @Test
    void rows_that_are_done_are_passed_over_where_one_column_tells_them() {
        assertThat(loop("UPDATE t AS x SET a = replace(a, 'b', 'c') WHERE a > 'b'"))
                .contains(" AND (a > 'b') AND x.a IS DISTINCT FROM (replace(a, 'b', 'c'));");
        assertThat(loop("UPDATE t SET a = 1, b = 2")).contains(RANGE + ";").doesNotContain("DISTINCT");
    }

    @Test
    void what_cannot_be_cut_has_its_place_in_the_loop() {
        for (String sql : List.of(
                "DO $$ BEGIN UPDATE t SET a = 1; END $$",
                "UPDATE other SET a = 1",
                "UPDATE t SET a = 1 RETURNING k",
                "MERGE INTO t USING s ON s.k = t.k WHEN MATCHED THEN DELETE")) {
            assertThat(loop(sql)).contains("-- here what line 7 does to public.t, for the rows with\n    -- " + RANGE);
        }
    }

    @Test
    void a_table_without_a_key_gets_one_first() {
        StatementFacts statement = new StatementFacts("V2__b.sql", 7, "DELETE FROM t", 0, 1, null, null, false);
        assertThat(BatchedStatement.of(statement, new TableUse("public.t", 1, 1), List.of(), RunnerWords.PLAIN))
                .contains("-- ALTER TABLE public.t ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;");
    }

    private static String loop(String sql) {
        StatementFacts statement = new StatementFacts("V2__b.sql", 7, sql, 0, 1, null, null, false);
        return BatchedStatement.of(statement, new TableUse("public.t", 1, 1), List.of("k"), RunnerWords.PLAIN);
    }
}
