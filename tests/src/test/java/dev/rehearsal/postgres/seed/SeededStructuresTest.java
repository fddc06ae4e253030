package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeededStructuresTest {
    private static final VolumeProfile PROFILE = VolumeProfile.uniform(7, 500);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a_cycle_through_a_nullable_key | CREATE TABLE t (id int PRIMARY KEY, o int); CREATE TABLE u (id int PRIMARY"
                        + " KEY, t int NOT NULL REFERENCES t); ALTER TABLE t ADD FOREIGN KEY (o) REFERENCES u",
                "keys_that_share_a_tenant | CREATE TABLE n (id int PRIMARY KEY); CREATE TABLE u (n int REFERENCES n, id int,"
                        + " PRIMARY KEY (n, id)); CREATE TABLE p (n int REFERENCES n, id int, owner int NOT NULL, PRIMARY KEY"
                        + " (n, id), FOREIGN KEY (n, owner) REFERENCES u); CREATE TABLE t (id serial PRIMARY KEY, n int NOT"
                        + " NULL REFERENCES n, p int NOT NULL, who int, FOREIGN KEY (n, p) REFERENCES p, FOREIGN KEY (n, who)"
                        + " REFERENCES u)",
                "a_self_reference_in_a_composite_key | CREATE TABLE t (n int, id int, up int, PRIMARY KEY (n, id),"
                        + " FOREIGN KEY (n, up) REFERENCES t)",
                "a_self_reference_that_must_be | CREATE TABLE t (id int PRIMARY KEY, up int NOT NULL REFERENCES t)",
                "a_join_table | CREATE TABLE a (id uuid PRIMARY KEY); CREATE TABLE b (code text PRIMARY KEY); CREATE TABLE t"
                        + " (a uuid REFERENCES a, b text REFERENCES b, PRIMARY KEY (a, b))",
                "a_one_to_one_table | CREATE TABLE a (id bigserial PRIMARY KEY); CREATE TABLE t (id bigint PRIMARY KEY"
                        + " REFERENCES a)",
                "range_partitions | CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, at date, PRIMARY KEY (id, at))"
                        + " PARTITION BY RANGE (at); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2023-01-01') TO"
                        + " ('2023-02-01'); CREATE TABLE t2 PARTITION OF t FOR VALUES FROM ('2023-06-01') TO ('2024-01-01')",
                "numeric_range_partitions | CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE t1"
                        + " PARTITION OF t FOR VALUES FROM (0) TO (300); CREATE TABLE t2 PARTITION OF t FOR VALUES FROM"
                        + " (300) TO (MAXVALUE)",
                "list_and_default_partitions | CREATE TABLE t (id int, c text) PARTITION BY LIST (c); CREATE TABLE t1"
                        + " PARTITION OF t FOR VALUES IN ('a', 'b'); CREATE TABLE t2 PARTITION OF t DEFAULT",
                "partitions_of_partitions | CREATE TABLE t (id int, c text NOT NULL) PARTITION BY LIST (c); CREATE TABLE t1"
                        + " PARTITION OF t FOR VALUES IN ('a') PARTITION BY RANGE (id); CREATE TABLE t11 PARTITION OF t1 FOR"
                        + " VALUES FROM (1) TO (1000); CREATE TABLE t2 PARTITION OF t FOR VALUES IN ('b')",
                "hash_partitions | CREATE TABLE t (id int PRIMARY KEY) PARTITION BY HASH (id); CREATE TABLE t0 PARTITION OF t"
                        + " FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE t1 PARTITION OF t FOR VALUES WITH"
                        + " (MODULUS 2, REMAINDER 1)",
                "an_exclusion_constraint | CREATE EXTENSION btree_gist; CREATE TABLE t (room int NOT NULL, at tsrange NOT"
                        + " NULL, EXCLUDE USING gist (room WITH =, at WITH &&))",
                "expression_and_partial_unique_indexes | CREATE TABLE t (name text NOT NULL, mail text, gone_at timestamptz);"
                        + " CREATE UNIQUE INDEX ON t (lower(name)); CREATE UNIQUE INDEX ON t (mail) WHERE gone_at IS NULL",
                "nulls_that_are_not_distinct | CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT, b int)",
                "a_deferrable_unique_key | CREATE TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED, b int)",
                "overlapping_unique_keys | CREATE TABLE t (a int, b int, c int, UNIQUE (a, b), UNIQUE (b, c), UNIQUE (a, c))",
                "checks_over_columns | CREATE TABLE t (a int, b int, c date, d date, CHECK (a < b), CHECK (c <= d OR d IS"
                        + " NULL), CHECK ((a IS NULL) = (c IS NULL)))",
                "checks_beyond_the_common_forms | CREATE TABLE t (kind text NOT NULL, n int NOT NULL CHECK (n % 7 = 3),"
                        + " CHECK (kind = 'x' AND n > 10 OR kind = 'y' AND n < 500), j jsonb NOT NULL CHECK (j ? 'id'))",
                "checks_of_texts | CREATE TABLE t (a text CHECK (length(a) >= 5), b text CHECK (b LIKE 'AB-%'), c varchar(8)"
                        + " CHECK (c ~ '^[a-f0-9]{8}$'), d text CHECK (d <> ''), e text CHECK (char_length(e) = 3) UNIQUE)",
                "checks_of_numbers | CREATE TABLE t (a numeric(5,2) CHECK (a > 0 AND a < 1), b int CHECK (b >= 1000000),"
                        + " c smallint CHECK (c < -5), d real CHECK (d BETWEEN 0.5 AND 0.75), e int CHECK (e IN (3, 5)))",
                "domains | CREATE DOMAIN mail AS text CHECK (VALUE ~ '^[^@]+@[^@]+$'); CREATE DOMAIN pos AS int NOT NULL CHECK"
                        + " (VALUE > 0); CREATE DOMAIN more AS pos CHECK (VALUE < 50); CREATE TABLE t (a mail, b pos, c"
                        + " more, d mail[])",
                "inherited_tables | CREATE TABLE t (id serial PRIMARY KEY, v text); CREATE TABLE u (w int) INHERITS (t)",
                "mixed_case_names | CREATE TABLE \"My T\" (\"Select\" int PRIMARY KEY, \"n\" text, \"d\" int CHECK (\"d\" > 3),"
                        + " \"a \"\"q\"\"\" text); CREATE TABLE t (\"my\" int REFERENCES \"My T\")",
                "a_table_without_columns_or_key | CREATE TABLE t (); CREATE TABLE u (a text)",
                "all_that_is_generated | CREATE TABLE t (id bigint GENERATED BY DEFAULT AS IDENTITY (START 100 INCREMENT 5)"
                        + " PRIMARY KEY, p numeric(8,2) NOT NULL, q numeric GENERATED ALWAYS AS (p * 2) STORED CHECK (q > 5))",
            })
    void the_structure_is_filled(String name, String schema) throws SQLException {
        SeededDatabase database = SeededDatabase.with(schema).filled(PROFILE);

        assertThat(database.list("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
                        + " AND relnamespace = 'public'::regnamespace AND reltuples <> 500"))
                .as(name)
                .isEmpty();
    }
}
