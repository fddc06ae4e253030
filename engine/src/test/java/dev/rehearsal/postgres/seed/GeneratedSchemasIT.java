package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Schemas that nobody thought of. A failure names its seed; {@code -Dseeder.seed=} repeats it. */
class GeneratedSchemasIT {
    private static final long SEED = Long.getLong("seeder.seed", 20261121L);
    private static final int SCHEMAS = Integer.getInteger("seeder.schemas", 60);
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
            "pos");
    private static final List<String> NAMES = List.of(
            "email", "name", "status", "price", "code", "note", "Order", "n", "age", "created_at", "d", "value");

    @Test
    void generated_schemas_are_filled_without_a_violation() throws SQLException {
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
                "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy'); CREATE DOMAIN pos AS int CHECK (VALUE > 0);");
        List<String> keys = new ArrayList<>();
        int tables = 2 + random.nextInt(4);
        for (int t = 0; t < tables; t++) {
            sql.append(table("t" + t, keys, random));
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

    private static String column(int number, Random random) {
        String name = '"' + NAMES.get(random.nextInt(NAMES.size())) + number + '"';
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String demand = pick(random, "", "", " NOT NULL");
        boolean many = !type.matches("bool|mood|smallint|time|char.*|jsonb");
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
