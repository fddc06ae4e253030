package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Schemas that nobody thought of. A failure names its seed; {@code -Dseeder.seed=} repeats it. The full run is that of
 * {@code -Dseeder.schemas=300}.
 */
class GeneratedSchemasIT {
    private static final long SEED = Long.getLong("seeder.seed", 20261121L);
    private static final int SCHEMAS = Integer.getInteger("seeder.schemas", 40);
    private static final List<String> TYPES = List.of(
            "int",
            "bigint",
            "smallint",
            "numeric(9,2)",
            "text",
            "varchar(12)",
            "char(3)",
            "date",
            "timestamptz",
            "uuid",
            "bool",
            "jsonb",
            "mood",
            "int[]",
            "int4range",
            "inet",
            "bytea",
            "double precision",
            "time",
            "pos",
            "citext",
            "hstore",
            "ltree",
            "xml",
            "bit(9)",
            "varbit",
            "money",
            "cidr",
            "macaddr",
            "point",
            "polygon",
            "tsvector",
            "interval",
            "real",
            "pair",
            "pair[]",
            "pos[]",
            "text[]",
            "numrange",
            "tstzmultirange",
            "oid",
            "json");
    private static final String PARTITIONS = """
            CREATE TABLE %1$s_p (id int NOT NULL, at date NOT NULL, kind text NOT NULL, n int) PARTITION BY %2$s;
            """;
    private static final List<String> NAMES = List.of(
            "email", "name", "status", "price", "code", "note", "Order", "n", "age", "created_at", "d", "value");

    @Test
    void generated_schemas_are_filled_without_a_violation() throws SQLException {
        System.out.println(SCHEMAS + " schemas from seed " + SEED);
        for (int i = 0; i < SCHEMAS; i++) {
            long seed = SEED + i;
            String schema = schema(new Random(seed));
            SeededDatabase database = SeededDatabase.with(schema);
            Filling filling = database.fill(VolumeProfile.uniform(seed, 200));
            assertThat(filling.unfilled()).as("seed %s: %s", seed, schema).isEmpty();
            database.isIntact();
        }
    }

    private static String schema(Random random) {
        StringBuilder sql = new StringBuilder(
                "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy'); CREATE DOMAIN pos AS int CHECK (VALUE > 0);"
                        + "CREATE TYPE pair AS (a int, m mood); CREATE EXTENSION citext; CREATE EXTENSION hstore;"
                        + "CREATE EXTENSION ltree; CREATE EXTENSION btree_gist;");
        List<String> keys = new ArrayList<>();
        int tables = 2 + random.nextInt(4);
        for (int t = 0; t < tables; t++) {
            sql.append(table("t" + t, keys, random));
            sql.append(structure("t" + t, random));
        }
        return sql.toString();
    }

    /** Appends the type of the new table's key to the list: a later table can point at it. */
    private static String table(String name, List<String> keys, Random random) {
        List<String> parts = new ArrayList<>();
        String key = List.of("int", "bigserial", "uuid", "text", "varchar(20)").get(random.nextInt(5));
        String type = key.equals("bigserial") ? "bigint" : key;
        boolean composite = random.nextInt(4) == 0;
        parts.add("id " + key);
        for (int parent = 0; parent < keys.size(); parent++) {
            if (random.nextInt(3) == 0) {
                parts.add("p" + parent + " " + keys.get(parent) + pick(random, "", " NOT NULL", " UNIQUE")
                        + " REFERENCES t" + parent + " (id)");
            }
        }
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            parts.add(column(i, random));
        }
        if (random.nextInt(4) == 0) {
            parts.add("up " + type + (composite ? "" : " REFERENCES " + name + " (id)"));
        }
        parts.add(composite ? "UNIQUE (id)" : "PRIMARY KEY (id)");
        parts.add(
                composite ? "k int, PRIMARY KEY (k, id)" : "k int CHECK (k >= 0), CHECK (k < 5000 OR id IS NOT NULL)");
        keys.add(type);
        return "CREATE TABLE " + name + " (" + String.join(", ", parts) + ");";
    }

    /** What no single column can be: partitions, heirs, exclusion, generated columns, triggers, security by row. */
    private static String structure(String table, Random random) {
        return switch (random.nextInt(9)) {
            case 0 ->
                PARTITIONS.formatted(table, "RANGE (at)") + "CREATE TABLE " + table
                        + "_p1 PARTITION OF " + table + "_p FOR VALUES FROM ('2021-01-01') TO ('2025-01-01')"
                        + " PARTITION BY HASH (id); CREATE TABLE " + table + "_p2 PARTITION OF " + table
                        + "_p1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);";
            case 1 ->
                PARTITIONS.formatted(table, "LIST (kind)") + "CREATE TABLE " + table + "_p1 PARTITION OF "
                        + table + "_p (n NOT NULL CHECK (n > 5)) FOR VALUES IN ('a', 'b'); CREATE TABLE " + table
                        + "_p2 PARTITION OF " + table + "_p DEFAULT;";
            case 2 -> "CREATE TABLE " + table + "_h (extra text) INHERITS (" + table + ");";
            case 3 ->
                "CREATE TABLE " + table + "_x (room int NOT NULL, during tsrange NOT NULL,"
                        + " EXCLUDE USING gist (room WITH =, during WITH &&));";
            case 4 ->
                "CREATE TABLE " + table + "_g (id int GENERATED ALWAYS AS IDENTITY, a int NOT NULL, b int NOT NULL,"
                        + " s bigint GENERATED ALWAYS AS (a::bigint + b) STORED, name text NOT NULL, gone date,"
                        + " CHECK (a < b), UNIQUE (id) DEFERRABLE INITIALLY DEFERRED); CREATE UNIQUE INDEX ON " + table
                        + "_g (lower(name)) WHERE gone IS NULL;";
            case 5 ->
                "ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
                        + "CREATE FUNCTION f_" + table + "() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RAISE EXCEPTION ''fired''; END'; CREATE TRIGGER g BEFORE INSERT ON " + table
                        + " FOR EACH ROW EXECUTE FUNCTION f_" + table + "();";
            case 6 ->
                "CREATE SCHEMA \"S " + table + "\"; CREATE TABLE \"S " + table + "\".\"Order\" (\"User\" int,"
                        + " \"from\" text);";
            default -> "";
        };
    }

    private static String column(int number, Random random) {
        String name = '"' + NAMES.get(random.nextInt(NAMES.size())) + number + '"';
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String demand = pick(random, "", "", " NOT NULL");
        boolean many = !type.matches("bool|mood|smallint|time|char.*|jsonb?|hstore|xml|point|polygon|pair.*|bit.*");
        return name + " " + type + demand + (many && random.nextInt(5) == 0 ? " UNIQUE" : "")
                + check(name, type, random);
    }

    private static String check(String name, String type, Random random) {
        if (random.nextInt(3) > 0) {
            return "";
        }
        return switch (type) {
            case "int", "bigint", "smallint", "numeric(9,2)" ->
                " CHECK (" + name + pick(random, " > 0", " BETWEEN 5 AND 5000", " <> 7", " % 2 = 0") + ")";
            case "text", "varchar(12)" ->
                " CHECK ("
                        + pick(
                                random,
                                name + " <> ''",
                                "length(" + name + ") >= 3",
                                name + " LIKE 'a%'",
                                name + " ~ '^[a-z]{2}[0-9]{5}$'")
                        + ")";
            case "date", "timestamptz" -> " CHECK (" + name + " >= '2015-01-01')";
            case "mood" -> " CHECK (" + name + " <> 'sad')";
            default -> "";
        };
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
