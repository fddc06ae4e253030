package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeededTypesTest {
    private static final String MADE = """
            CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree;
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s'); CREATE TYPE pair AS (a int, b text, c mood);
            CREATE DOMAIN pos AS int CHECK (VALUE > 0); CREATE TYPE span AS RANGE (subtype = text);
            """;
    private static final List<String> TYPES = List.of(
            "smallint",
            "int",
            "bigint",
            "numeric",
            "numeric(5,2)",
            "numeric(3)",
            "numeric(2,2)",
            "real",
            "double precision",
            "money",
            "bool",
            "text",
            "varchar",
            "varchar(3)",
            "varchar(60)",
            "char(1)",
            "char(4)",
            "name",
            "\"char\"",
            "bytea",
            "date",
            "time",
            "timetz",
            "time(0)",
            "timestamp",
            "timestamptz",
            "timestamp(0)",
            "interval",
            "interval day to second",
            "uuid",
            "json",
            "jsonb",
            "jsonpath",
            "xml",
            "bit",
            "bit(9)",
            "bit(70)",
            "varbit",
            "varbit(4)",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "tsvector",
            "tsquery",
            "oid",
            "pg_lsn",
            "xid8",
            "tid",
            "regclass",
            "regtype",
            "regproc",
            "regnamespace",
            "regconfig",
            "pg_snapshot",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "int4multirange",
            "datemultirange",
            "tstzmultirange",
            "citext",
            "hstore",
            "ltree",
            "mood",
            "pair",
            "pos",
            "span",
            "int[]",
            "text[]",
            "varchar(3)[]",
            "numeric(5,2)[]",
            "mood[]",
            "pair[]",
            "pos[]",
            "uuid[]",
            "timestamptz[]",
            "int4range[]",
            "jsonb[]");

    @Test
    void every_type_is_filled_with_nulls_and_edges() throws SQLException {
        SeededDatabase database = SeededDatabase.with(MADE + table("nullable", "") + table("required", " NOT NULL"))
                .filled(VolumeProfile.uniform(3, 2000));

        for (int i = 0; i < TYPES.size(); i++) {
            long objects = TYPES.get(i).equals("oid") ? 50 : 0;
            assertThat(database.number("SELECT count(c" + i + ") FROM nullable"))
                    .as(TYPES.get(i))
                    .isBetween(objects > 0 ? objects : 1700L, objects > 0 ? objects : 1900L);
        }
    }

    @Test
    void a_number_of_a_large_object_is_that_of_one_of_its_own() throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE EXTENSION lo; CREATE TABLE a (id int PRIMARY KEY, content oid,"
                        + " other lo NOT NULL, known oid CHECK (known > 7)); CREATE TABLE b (id int PRIMARY KEY)");
        VolumeProfile profile = VolumeProfile.uniform(3, 2000);
        database.filled(profile);
        database.run("ALTER TABLE b ADD content oid");
        database.filled(profile);

        database.run("SELECT lo_unlink(content) FROM a WHERE content IS NOT NULL; SELECT lo_unlink(other) FROM a;"
                + "SELECT lo_unlink(content) FROM b WHERE content IS NOT NULL");

        assertThat(database.number("SELECT count(content) FROM a")).isEqualTo(50);
        assertThat(database.number("SELECT count(content) FROM b")).isEqualTo(50);
        assertThat(database.number("SELECT count(DISTINCT known) FROM a")).isGreaterThan(50);
        assertThat(database.number("SELECT count(*) FROM pg_largeobject_metadata"))
                .isZero();
    }

    @Test
    void every_type_that_can_be_a_key_is_unique() throws SQLException {
        List<String> keys = TYPES.stream()
                .filter(type ->
                        !type.matches("json|jsonpath|xml|point|line|lseg|box|path|polygon|circle|hstore|pg_snapshot"))
                .toList();
        StringBuilder schema = new StringBuilder(MADE);
        for (int i = 0; i < keys.size(); i++) {
            schema.append("CREATE TABLE t" + i + " (c " + keys.get(i) + " PRIMARY KEY);");
        }
        SeededDatabase database = SeededDatabase.with(schema.toString());

        Filling filling = database.fill(VolumeProfile.uniform(3, 400));

        database.isIntact();
        assertThat(filling.unfilled())
                .as("the only type that has more values than are made")
                .extracting(Unfilled::what)
                .containsExactly("public.t" + keys.indexOf("mood[]"));
        for (int i = 0; i < keys.size(); i++) {
            assertThat(database.number("SELECT count(*) FROM t" + i))
                    .as(keys.get(i))
                    .isPositive();
        }
    }

    private static String table(String name, String demand) {
        return java.util.stream.IntStream.range(0, TYPES.size())
                .mapToObj(i -> "c" + i + " " + TYPES.get(i) + demand)
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ");"));
    }
}
