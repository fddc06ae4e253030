package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values that break assumptions do occur, for each type; with their conditions over the column x. */
class SeededEdgesTest {
    private static final Map<String, List<String>> EDGES = Map.ofEntries(
            Map.entry(
                    "text",
                    List.of(
                            "x = ''",
                            "x = ' '",
                            "x = '   '",
                            "x LIKE ' _%' AND x <> trim(x)",
                            "x LIKE '%_ ' AND trim(x) <> ''",
                            "x = 'CASE only'",
                            "x = 'case ONLY'",
                            "x ~ U&'e\\0301'",
                            "x ~ U&'\\00e9 composed'",
                            "x ~ U&'\\+01F680'",
                            "x ~ U&'\\200d'",
                            "x ~ U&'\\05e9'",
                            "x LIKE E'%\\n%'",
                            "x LIKE '%''%' AND x LIKE '%\\\\%'",
                            "x = 'null'",
                            "length(x) = 2000")),
            Map.entry("varchar(12)", List.of("x = ''", "length(x) = 12", "x LIKE ' %'", "x LIKE '% '")),
            Map.entry("varchar(255)", List.of("x = ''", "length(x) = 255", "x ~ U&'\\+01F680'")),
            Map.entry("char(4)", List.of("x = ''", "x = 'WWWW'")),
            Map.entry("citext", List.of("x::text = 'CASE only'", "x::text = 'case ONLY'", "x = ''")),
            Map.entry("smallint", List.of("x = 0", "x = -1", "x = -32768", "x = 32767")),
            Map.entry("integer", List.of("x = 0", "x = -1", "x = -2147483648", "x = 2147483647")),
            Map.entry("bigint", List.of("x = 0", "x = -1", "x = -9223372036854775808", "x = 9223372036854775807")),
            Map.entry(
                    "numeric",
                    List.of("x = 0", "x = -1", "x = 'NaN'", "x > 1e29 AND x < 'NaN'", "x > 0 AND x < 1e-20")),
            Map.entry("numeric(5,2)", List.of("x = 0", "x = -1", "x = 'NaN'", "x = 999.99", "x = -999.99")),
            Map.entry(
                    "real",
                    List.of("x = 0", "x = 'NaN'", "x = 'Infinity'", "x = '-Infinity'", "x = 3.4028235e38::real")),
            Map.entry(
                    "double precision",
                    List.of("x = -1", "x = 'NaN'", "x = 'Infinity'", "x = '-Infinity'", "x::text = '-0'", "x > 1e308")),
            Map.entry(
                    "money",
                    List.of("x = 0::money", "x = 92233720368547758.07::numeric::money", "x < (-9e16)::numeric::money")),
            Map.entry(
                    "date",
                    List.of(
                            "x = '2024-02-29'",
                            "x = '2000-02-29'",
                            "x = '1900-01-01'",
                            "x = '9999-12-31'",
                            "x = '0001-01-01 BC'",
                            "x = 'infinity'",
                            "x = '-infinity'")),
            Map.entry(
                    "timestamptz",
                    List.of(
                            "x = '2024-02-29'",
                            "x = '1970-01-01'",
                            "x = '9999-12-31'",
                            "x = 'infinity'",
                            "x = '-infinity'")),
            Map.entry("timestamp", List.of("x = '2000-02-29'", "x = '0001-01-01 BC'", "x = 'infinity'")),
            Map.entry("time", List.of("x = '00:00'", "x = '24:00'")),
            Map.entry("timetz", List.of("x = '24:00+14'")),
            Map.entry("interval", List.of("x = '0'", "x < '0'", "x::text = '1 mon 30 days'", "x > '900 years'")),
            Map.entry("json", List.of("x::text = 'null'", "x::text = '{}'", "x::text = '[]'")),
            Map.entry("jsonb", List.of("x = 'null'", "x = '{}'", "x = '[]'", "x = '{\"id\": null}'", "x ? 'deep'")),
            Map.entry("bytea", List.of("x = ''", "x = '\\x00'")),
            Map.entry("inet", List.of("x = '::1'", "x = '0.0.0.0/0'")),
            Map.entry("hstore", List.of("x = ''")),
            Map.entry("ltree", List.of("x = ''")),
            Map.entry("tsvector", List.of("x = ''")),
            Map.entry("xml", List.of("x::text = ''")),
            Map.entry("bit(8)", List.of("x = B'00000000'", "x = B'11111111'")),
            Map.entry("varbit(8)", List.of("x = B''", "x = B'11111111'")),
            Map.entry("point", List.of("x[0] = 'infinity'", "x[0] = 0 AND x[1] = 0")),
            Map.entry("int4range", List.of("isempty(x)", "upper_inf(x) AND lower_inf(x)")),
            Map.entry("tstzmultirange", List.of("isempty(x)", "x = '{(,)}'")),
            Map.entry("text[]", List.of("x = '{}'", "x = '{NULL}'", "array_ndims(x) = 2")));

    @Test
    void each_edge_occurs_in_a_nullable_column_and_so_does_null() throws SQLException {
        List<String> types = EDGES.keySet().stream().sorted().toList();
        StringBuilder schema =
                new StringBuilder("CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree;");
        for (int i = 0; i < types.size(); i++) {
            schema.append("CREATE TABLE t" + i + " (x " + types.get(i) + ");");
        }
        SeededDatabase database = SeededDatabase.with(schema.toString()).filled(VolumeProfile.uniform(5, 10_000));

        List<String> missing = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            List<String> conditions = new ArrayList<>(EDGES.get(types.get(i)));
            conditions.add("x IS NULL");
            for (String condition : conditions) {
                if (database.number("SELECT count(*) FROM t" + i + " WHERE " + condition) == 0) {
                    missing.add(types.get(i) + ": " + condition);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_json_null_is_not_an_sql_null() throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE TABLE t (x jsonb)").filled(VolumeProfile.uniform(5, 10_000));

        assertThat(database.number("SELECT count(*) FROM t WHERE x = 'null'")).isPositive();
        assertThat(database.number("SELECT count(*) FROM t WHERE x IS NULL")).isBetween(850L, 1150L);
    }

    @Test
    void without_edges_there_are_none() throws SQLException {
        VolumeProfile plain = VolumeProfile.uniform(5, 10_000);
        SeededDatabase database = SeededDatabase.with("CREATE TABLE t (x text, y double precision)")
                .filled(new VolumeProfile(
                        plain.seed(), 10_000, 1, false, plain.tables(), plain.scripts(), plain.production()));

        assertThat(database.number("SELECT count(*) FROM t WHERE x <> trim(x) OR x = '' OR y = 'NaN'"))
                .isZero();
    }

    @Test
    void references_are_skewed_by_the_law_of_zipf() throws SQLException {
        SeededDatabase database = SeededDatabase.with(
                        "CREATE TABLE p (id int PRIMARY KEY);" + "CREATE TABLE c (p int NOT NULL REFERENCES p)")
                .filled(VolumeProfile.uniform(5, 10_000));

        String often = "SELECT sum(c) FROM (SELECT count(*) c FROM c GROUP BY p ORDER BY 1 DESC LIMIT %d) x";
        assertThat(database.number(often.formatted(1000)))
                .as("the tenth that is used most")
                .isGreaterThan(3000);
        assertThat(database.number("SELECT count(DISTINCT p) FROM c")).isBetween(4000L, 9000L);
    }
}
