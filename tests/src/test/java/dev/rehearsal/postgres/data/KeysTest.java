package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void a_composite_key_binds_values_to_rows() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE t (tenant int, id bigint, name text, PRIMARY KEY (tenant, id));
                        INSERT INTO t SELECT t, i, t || '-' || i FROM generate_series(1, 5) t, generate_series(1, 20) i
                        """).change("""
                        UPDATE t SET name = CASE tenant WHEN 3 THEN '4-9' ELSE '3-9' END WHERE id = 9 AND tenant IN (3, 4);
                        DELETE FROM t WHERE tenant = 5 AND id = 1
                        """);

        assertThat(states.losses()).hasSize(2);
        assertThat(states.losses().get(0).sampleKeys()).containsExactly("tenant=5, id=1");
        assertThat(states.losses().get(1).sampleKeys()).containsExactlyInAnyOrder("tenant=3, id=9", "tenant=4, id=9");
    }

    @Test
    void a_text_key_binds_values_to_rows_whatever_it_holds() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE "Län der" ("Kürzel	\nx" text PRIMARY KEY, "na""me?" text);
                        INSERT INTO "Län der" VALUES ('', 'a'), (E'\\n', 'b'), ('ä''"', 'c'), ('😀', 'd'), ('ﬀ', 'e')
                        """).change("UPDATE \"Län der\" SET \"na\"\"me?\" = 'x'");

        assertThat(states.told())
                .singleElement()
                .asString()
                .startsWith("public.\"Län der\".na\"me? VALUES_CHANGED 5 [")
                .contains("\"Kürzel\t\nx\"=ä'\"", "=😀", "=ﬀ", "=\n");
    }

    @Test
    void a_renumbered_key_is_a_row_lost_and_a_row_left_over() throws Exception {
        TwoStates states = TwoStates.of(
                        "CREATE TABLE t (id bigint PRIMARY KEY, v text); INSERT INTO t VALUES (1, 'a'), (2, 'b')")
                .change("UPDATE t SET id = 4294967296 WHERE id = 1");

        assertThat(states.told())
                .containsExactly("public.t ROWS_LOST 1 [id=1]", "public.t ROWS_LEFT_OVER 1 [id=4294967296]");
    }

    @Test
    void values_that_moved_up_in_pairs_of_neighbours_are_seen() throws Exception {
        TwoStates states = TwoStates.of(
                        "CREATE TABLE t (id bigint PRIMARY KEY, v bigint); INSERT INTO t SELECT i, 1 FROM generate_series(0, 1023) i")
                .change("UPDATE t SET v = 4294967296");

        assertThat(states.told().get(0)).startsWith("public.t.v VALUES_CHANGED 1024 ");
    }

    @Test
    void a_key_that_was_dropped_is_still_compared_by() throws Exception {
        TwoStates states = TwoStates.of(
                        "CREATE TABLE t (id bigint PRIMARY KEY, v text); INSERT INTO t SELECT i, 'v' FROM generate_series(1, 9) i")
                .change("""
                        ALTER TABLE t DROP CONSTRAINT t_pkey, ALTER id DROP NOT NULL;
                        INSERT INTO t VALUES (5, 'again'), (NULL, 'none');
                        UPDATE t SET v = 'w' WHERE id = 6
                        """);

        assertThat(states.losses()).hasSize(2);
        assertThat(states.losses().get(0).rows()).isEqualTo(2);
        assertThat(states.losses().get(0).sampleKeys()).containsExactlyInAnyOrder("id=5", "id=NULL");
        assertThat(states.told().get(1)).startsWith("public.t.v VALUES_CHANGED").contains("id=6");
    }

    @Test
    void a_key_over_other_columns_is_compared_by_the_old_ones() throws Exception {
        TwoStates states = TwoStates.of(
                        "CREATE TABLE t (id int PRIMARY KEY, code text NOT NULL); INSERT INTO t SELECT i, 'c' || i FROM generate_series(1, 9) i")
                .change(
                        "ALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (code); UPDATE t SET code = 'x' WHERE id = 2");

        assertThat(states.told()).containsExactly("public.t.code VALUES_CHANGED 1 [id=2]");
    }

    @Test
    void where_the_key_column_is_gone_whole_rows_are_compared() throws Exception {
        TwoStates states = TwoStates.of(
                        "CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t SELECT i, 'v' || i FROM generate_series(1, 9) i")
                .change("ALTER TABLE t DROP id; UPDATE t SET v = 'x' WHERE v = 'v4'");

        assertThat(states.told()).containsExactly("public.t.id RELATION_GONE 9", "public.t VALUES_CHANGED 1");
    }

    @Test
    void a_table_without_a_key_is_a_multiset() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE log (at date, line text);
                        INSERT INTO log SELECT '2020-01-01', 'l' || i % 3 FROM generate_series(1, 9) i;
                        INSERT INTO log VALUES (NULL, NULL), (NULL, NULL)
                        """).change("""
                        DELETE FROM log WHERE ctid = (SELECT min(ctid) FROM log WHERE line = 'l1');
                        DELETE FROM log WHERE ctid = (SELECT min(ctid) FROM log WHERE line IS NULL);
                        INSERT INTO log VALUES ('2020-01-01', 'new')
                        """);

        assertThat(states.told()).containsExactly("public.log ROWS_LOST 2", "public.log ROWS_LEFT_OVER 1");
        assertThat(states.before().tables().get(new QualifiedName("public", "log")))
                .extracting(TableFingerprint::keyed, TableFingerprint::rows)
                .containsExactly(false, 11L);
    }

    @Test
    void without_a_key_values_that_change_rows_or_columns_are_seen() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE a (x int, y int); INSERT INTO a VALUES (1, 2), (3, 4);
                        CREATE TABLE b (x int, y int); INSERT INTO b VALUES (1, 2), (2, 1), (5, 6);
                        CREATE TABLE c (x int, y int); INSERT INTO c VALUES (1, NULL)
                        """)
                .change("UPDATE a SET y = 6 - y; UPDATE b SET x = y, y = x; UPDATE c SET x = y, y = x");

        assertThat(states.told())
                .containsExactly("public.a VALUES_CHANGED 2", "public.b VALUES_CHANGED 1", "public.c VALUES_CHANGED 1");
    }

    @Test
    void values_that_change_columns_within_a_row_are_seen() throws Exception {
        TwoStates states = TwoStates.of(
                        "CREATE TABLE a (id int PRIMARY KEY, x int, y int); INSERT INTO a VALUES (1, 2, 3), (4, NULL, 5)")
                .change("UPDATE a SET x = y, y = x");

        assertThat(states.losses()).extracting(loss -> loss.rows()).containsExactly(2L, 2L);
    }
}
