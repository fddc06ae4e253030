package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays are filled within what CHECKs and domains demand of them and of their elements. */
class SeededArraysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x text[] CHECK (x <@ ARRAY['a', 'b']) | count(DISTINCT x) > 2",
                "x varchar(5)[] NOT NULL DEFAULT '{}' CHECK (x <@ ARRAY['a', 'b c', 'd\"e']::varchar[]) | bool_or('d\"e' = ANY (x))",
                "x text[] NOT NULL CHECK (x <@ '{red,\"dark blue\"}') | bool_or('dark blue' = ANY (x))",
                "x text[] CHECK (ARRAY['a', 'b'] @> x) | count(DISTINCT x) > 2",
                "x text[] NOT NULL CHECK (x @> ARRAY['a']) | count(*) = 500",
                "x text[] NOT NULL CHECK ('a' = ANY (x)) | count(*) = 500",
                "x int[] NOT NULL CHECK (5 = ANY (x) OR x = '{}') | count(*) = 500",
                "x int[] NOT NULL CHECK (0 < ALL (x) AND 10 >= ALL (x)) | count(DISTINCT x) > 5",
                "x int[] NOT NULL CHECK (x && ARRAY[1, 2]) | count(*) = 500",
                "x text[] NOT NULL CHECK ('a' <> ALL (x)) | count(DISTINCT x) > 5",
                "x int[] NOT NULL CHECK (cardinality(x) BETWEEN 5 AND 7) | min(cardinality(x)) = 5",
                "x int[] CHECK (array_length(x, 1) = 2) | max(cardinality(x)) = 2",
                "x text[] NOT NULL CHECK (array_length(x, 1) > 0 AND array_length(x, 1) <= 2) | max(cardinality(x)) = 2",
                "x text[] NOT NULL CHECK (cardinality(x) = 0) | count(*) = 500",
                "x text[] NOT NULL CHECK (array_position(x, NULL) IS NULL) | count(DISTINCT x) > 5",
                "x text[] NOT NULL CHECK (array_ndims(x) = 1) | count(DISTINCT x) > 5",
                "x int[] NOT NULL UNIQUE CHECK (cardinality(x) = 3) | count(DISTINCT x) = 500",
                "x mood[] NOT NULL DEFAULT '{}' CHECK (x <@ ARRAY['ok', 'fine']::mood[]) | count(DISTINCT x) > 2",
                "x mood[] | count(DISTINCT x) > 5",
                "x some_tags NOT NULL | count(DISTINCT x) > 2",
                "x percent[] NOT NULL CHECK (cardinality(x) > 1) | min(cardinality(x)) > 1",
                "x text NOT NULL CHECK (x = ANY ('{a,\"b c\"}'::text[])) | count(DISTINCT x) = 2",
                "x text NOT NULL CHECK (x = ANY (ARRAY['a', 'b'])) | count(DISTINCT x) = 2",
            })
    void they_fulfil_what_is_demanded(String column, String holds) throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TYPE mood AS ENUM ('sad', 'ok', 'fine');"
                + "CREATE DOMAIN some_tags AS text[] CHECK (VALUE <@ ARRAY['a', 'b', 'c'] AND cardinality(VALUE) < 3);"
                + "CREATE DOMAIN percent AS int CHECK (VALUE BETWEEN 0 AND 100);"
                + "CREATE TABLE t (id int PRIMARY KEY, " + column
                + "); CREATE TABLE behind (t int NOT NULL REFERENCES t)");

        database.filled(VolumeProfile.uniform(3, 500));

        assertThat(database.number("SELECT count(*) FROM behind")).isEqualTo(500);
        assertThat(database.list("SELECT " + holds + " FROM t")).containsExactly("t");
    }

    @Test
    void the_text_of_an_array_is_read_and_written() {
        List<String> elements = List.of("a", "b c", "d\"e", "f\\g", "h,i", "{j}");

        assertThat(ArrayText.elements(ArrayText.of(elements))).isEqualTo(elements);
        assertThat(ArrayText.elements("{a, b ,\"c,d\"}")).containsExactly("a", "b", "c,d");
        assertThat(ArrayText.elements("a")).isEmpty();
    }
}
