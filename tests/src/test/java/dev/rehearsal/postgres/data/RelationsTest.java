package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class RelationsTest {
    private static final String PARTITIONED = """
            CREATE TABLE p (id int, at date, v text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY HASH (id);
            CREATE TABLE p1a PARTITION OF p1 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE p1b PARTITION OF p1 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            CREATE TABLE p2 (v text, at date NOT NULL, id int NOT NULL);
            ALTER TABLE p ATTACH PARTITION p2 DEFAULT;
            INSERT INTO p SELECT i, date '2020-01-01' + i * 10, 'v' || i FROM generate_series(1, 60) i;
            """;

    @Test
    void a_partitioned_table_is_one_table() throws Exception {
        TwoStates states =
                TwoStates.of(PARTITIONED).change("UPDATE p SET v = 'x' WHERE id = 60; DELETE FROM p2 WHERE id = 59");

        assertThat(states.before().tables()).containsOnlyKeys(new QualifiedName("public", "p"));
        assertThat(states.told())
                .containsExactly(
                        "public.p ROWS_LOST 1 [id=59, at=2021-08-13]",
                        "public.p.v VALUES_CHANGED 1 [id=60, at=2021-08-23]");
    }

    @Test
    void other_partitions_with_the_same_rows_are_no_loss() throws Exception {
        TwoStates states = TwoStates.of(PARTITIONED).change("""
                        CREATE TABLE flat (id int, at date, v text, PRIMARY KEY (id, at));
                        INSERT INTO flat SELECT * FROM p;
                        DROP TABLE p;
                        ALTER TABLE flat RENAME TO p
                        """);

        assertThat(states.told()).isEmpty();
    }

    @Test
    void the_rows_of_a_foreign_partition_are_left_alone() throws Exception {
        TwoStates states = TwoStates.of(PARTITIONED
                                .replace(", PRIMARY KEY (id, at)", "")
                                .replace("DEFAULT", "FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')")
                        + """
                                CREATE EXTENSION postgres_fdw;
                                CREATE SERVER nowhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'nowhere.invalid');
                                CREATE FOREIGN TABLE lone (id int) SERVER nowhere;
                                CREATE FOREIGN TABLE p3 PARTITION OF p FOR VALUES FROM ('2022-01-01') TO ('2023-01-01') SERVER nowhere;
                                """)
                .change("DELETE FROM p2 WHERE id = 59");

        assertThat(states.before().tables()).containsOnlyKeys(new QualifiedName("public", "p"));
        assertThat(states.told()).containsExactly("public.p ROWS_LOST 1");
    }

    @Test
    void a_parent_and_its_child_are_two_tables() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE parent (id int PRIMARY KEY, v text);
                        CREATE TABLE child (extra text, PRIMARY KEY (id)) INHERITS (parent);
                        INSERT INTO parent VALUES (1, 'a');
                        INSERT INTO child VALUES (1, 'a', 'b')
                        """).change("UPDATE ONLY child SET v = 'x'");

        assertThat(states.told()).containsExactly("public.child.v VALUES_CHANGED 1 [id=1]");
    }

    @Test
    void the_rows_of_a_materialized_view_need_not_come_back() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE t (id bigint PRIMARY KEY, at timestamptz, b boolean);
                        INSERT INTO t VALUES (1, now(), true);
                        CREATE MATERIALIZED VIEW full_view AS SELECT 1 AS one;
                        CREATE MATERIALIZED VIEW emptied AS TABLE t;
                        CREATE MATERIALIZED VIEW renewed AS TABLE t;
                        CREATE MATERIALIZED VIEW never AS TABLE t WITH NO DATA;
                        UPDATE t SET at = '2020-01-01Z'
                        """)
                .change("REFRESH MATERIALIZED VIEW emptied WITH NO DATA; REFRESH MATERIALIZED VIEW renewed;"
                        + " UPDATE t SET b = false");

        assertThat(states.told()).containsExactly("public.t.b VALUES_CHANGED 1 [id=1]");
        assertThat(TwoStates.of("CREATE MATERIALIZED VIEW v AS SELECT 1 AS one")
                        .change("DROP MATERIALIZED VIEW v")
                        .told())
                .containsExactly("public.v RELATION_GONE 1");
    }

    @Test
    void generated_columns_unlogged_tables_and_large_values_are_compared() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE UNLOGGED TABLE t (id int PRIMARY KEY, big text, size int GENERATED ALWAYS AS (length(big)) STORED,
                            twice int GENERATED ALWAYS AS (id * 2) VIRTUAL);
                        INSERT INTO t SELECT i, repeat(md5(i::text), 40000) FROM generate_series(1, 3) i
                        """).change("UPDATE t SET big = big || 'x' WHERE id = 2");

        assertThat(states.told())
                .containsExactly("public.t.big VALUES_CHANGED 1 [id=2]", "public.t.size VALUES_CHANGED 1 [id=2]");
    }

    @Test
    void a_policy_hides_no_rows() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE t (id int PRIMARY KEY);
                        INSERT INTO t VALUES (1), (2);
                        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                        ALTER TABLE t FORCE ROW LEVEL SECURITY;
                        CREATE POLICY none ON t USING (false)
                        """).change("DELETE FROM t WHERE id = 2");

        assertThat(states.told()).containsExactly("public.t ROWS_LOST 1 [id=2]");
    }

    @Test
    void a_table_of_very_many_columns_is_read_in_one_scan() throws Exception {
        TwoStates states = TwoStates.of("""
                        DO $$ BEGIN
                            EXECUTE (SELECT 'CREATE TABLE wide (id int PRIMARY KEY, ' || string_agg('c' || i || ' int', ',') || ')'
                                FROM generate_series(1, 1590) i);
                            EXECUTE 'CREATE TABLE wide_keyless (LIKE wide)';
                            INSERT INTO wide (id, c1590) VALUES (1, 1);
                            INSERT INTO wide_keyless (id, c1590) VALUES (1, 1);
                        END $$
                        """).change("UPDATE wide SET c1590 = 2; UPDATE wide_keyless SET c1590 = 2");

        assertThat(states.told())
                .containsExactly(
                        "public.wide.c1590 VALUES_CHANGED 1 [id=1]", "public.wide_keyless.c1590 VALUES_CHANGED 1");
    }

    @Test
    void a_column_that_only_pretends_to_have_no_nulls_is_counted() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE t (id int PRIMARY KEY, v text);
                        INSERT INTO t VALUES (1, 'a'), (2, NULL);
                        ALTER TABLE t ADD CONSTRAINT v_there NOT NULL v NOT VALID
                        """).change("ALTER TABLE t DROP v");

        assertThat(states.told()).containsExactly("public.t.v RELATION_GONE 1");
    }

    @Test
    void what_belongs_to_an_extension_is_not_the_users() throws Exception {
        TwoStates states = TwoStates.of(
                        "CREATE TABLE settings (id int PRIMARY KEY); CREATE SEQUENCE s; CREATE EXTENSION hstore;"
                                + "ALTER EXTENSION hstore ADD TABLE settings; ALTER EXTENSION hstore ADD SEQUENCE s")
                .change("SELECT nextval('s')");

        assertThat(states.after().tables()).isEmpty();
        assertThat(states.after().sequences()).isEmpty();
    }
}
