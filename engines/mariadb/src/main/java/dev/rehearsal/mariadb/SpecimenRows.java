package dev.rehearsal.mariadb;

import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.Specimen.Change;
import dev.rehearsal.dialect.Specimen.Trial;
import dev.rehearsal.dialect.Specimen.TrialStatement;
import dev.rehearsal.result.Effect;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tables of every shape, with a column for each way to hash a value, and one change of each, as small as can be. */
final class SpecimenRows {
    static final int ROWS = 3;
    private static final String SCHEMA = "rehearsal_rows";
    private static final List<Value> VALUES = List.of(
            new Value("of_int", "int", "1", "7"),
            new Value("of_bigint", "bigint unsigned", "1", "18446744073709551615"),
            new Value("of_decimal", "decimal(20,10)", "1", "1.0000000001"),
            new Value("of_float", "float", "0.14285712", "0.14285715"),
            new Value("of_double", "double", "0.1", "0.10000000000000002"),
            new Value("of_bit", "bit(64)", "0", "b'1'"),
            new Value("of_enum", "enum('a', '')", "''", "0"),
            new Value("of_set", "set('a', 'b')", "'a'", "'a,b'"),
            new Value("of_latin1", "varchar(20) CHARACTER SET latin1", "'e'", "'é'"),
            new Value("of_varchar", "varchar(20) CHARACTER SET utf8mb4", "'a'", "'A'"),
            new Value("of_text", "text CHARACTER SET utf8mb4", "'x'", "''"),
            new Value("of_blob", "blob", "x'00'", "x'01'"),
            new Value("of_json", "json", "'[1]'", "'[2]'"),
            new Value("of_date", "date", "'2026-01-01'", "'0000-00-00'"),
            new Value("of_datetime", "datetime(6)", "'2026-01-01'", "'2026-01-01 00:00:00.000001'"),
            new Value("of_timestamp", "timestamp(6) NULL", "'2026-01-01'", "'2026-01-01 00:00:00.000001'"),
            new Value("of_time", "time(6)", "'00:00:00'", "'-00:00:00.000001'"),
            new Value("of_year", "year", "2026", "2027"),
            new Value("of_point", "point", "POINT(1, 1)", "POINT(1, 2)"),
            new Value("of_null", "int", "1", "NULL"));

    private SpecimenRows() {}

    /**
     * A column.
     *
     * @param value what all rows hold
     * @param other what one of them holds afterwards
     */
    private record Value(String column, String type, String value, String other) {}

    static void fill(DataSource database) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE TABLE keyed (id int PRIMARY KEY, " + joined(value -> value.column + " " + value.type) + ")",
                "INSERT INTO keyed SELECT seq, " + joined(Value::value) + " FROM seq_1_to_3",
                "CREATE TABLE named (tenant varchar(9), id bigint, note text, PRIMARY KEY (tenant, id))",
                "INSERT INTO named SELECT 'x', seq, 'x' FROM seq_1_to_3",
                "CREATE TABLE gone AS SELECT seq AS id FROM seq_1_to_3",
                "CREATE TABLE divided (id int PRIMARY KEY, note text INVISIBLE) PARTITION BY HASH (id) PARTITIONS 2",
                "INSERT INTO divided (id, note) SELECT seq, 'x' FROM seq_1_to_3",
                "CREATE TABLE numbered (id int AUTO_INCREMENT PRIMARY KEY)",
                "INSERT INTO numbered VALUES (1), (2), (3)",
                "CREATE SEQUENCE counted NOCACHE",
                "DO SETVAL(counted, 10)",
                "CREATE TABLE loose AS SELECT * FROM keyed"));
        for (Value value : VALUES) {
            statements.add("CREATE TABLE loose_" + value.column + " AS SELECT " + value.column + " FROM keyed");
        }
        run(database, statements);
    }

    static List<Change> change(DataSource database) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(
                "UPDATE named SET id = 9 WHERE id = 1",
                "UPDATE named SET note = 'y' WHERE id = 2",
                "DROP TABLE gone",
                "UPDATE divided SET note = 'y' WHERE id = 3",
                "DELETE FROM numbered WHERE id = 3",
                "ALTER TABLE numbered AUTO_INCREMENT = 1",
                "ALTER SEQUENCE counted RESTART 5",
                "DELETE FROM loose WHERE id = 1"));
        List<Change> changes = new ArrayList<>(List.of(
                changed("named", null, Loss.Kind.ROWS_LOST),
                changed("named", null, Loss.Kind.ROWS_LEFT_OVER),
                changed("named", "note", Loss.Kind.VALUES_CHANGED),
                changed("gone", null, Loss.Kind.RELATION_GONE),
                changed("divided", "note", Loss.Kind.VALUES_CHANGED),
                changed("numbered", null, Loss.Kind.ROWS_LOST),
                changed("numbered", null, Loss.Kind.SEQUENCE_BACKWARDS),
                changed("counted", null, Loss.Kind.SEQUENCE_BACKWARDS),
                changed("loose", null, Loss.Kind.ROWS_LOST)));
        for (int i = 0; i < VALUES.size(); i++) {
            Value value = VALUES.get(i);
            String set = " SET " + value.column + " = " + value.other;
            statements.add("UPDATE keyed" + set + " WHERE id = " + (i % ROWS + 1));
            statements.add("UPDATE loose_" + value.column + set + " LIMIT 1");
            changes.add(changed("keyed", value.column, Loss.Kind.VALUES_CHANGED));
            changes.add(changed("loose_" + value.column, value.column, Loss.Kind.VALUES_CHANGED));
        }
        run(database, statements);
        return changes;
    }

    /** LOCK TABLES lasts until its session ends. */
    static Trial trial() {
        String table = SCHEMA + ".named";
        return new Trial(
                List.of(
                        new TrialStatement("ALTER TABLE " + table + " FORCE", Set.of(Effect.Kind.TABLE_REWRITTEN)),
                        new TrialStatement(
                                "ALTER TABLE " + table + " ADD COLUMN tried int, ADD INDEX by_trial (tried)",
                                Set.of(Effect.Kind.COLUMN_ADDED, Effect.Kind.INDEX_CREATED)),
                        new TrialStatement("UPDATE " + table + " SET tried = 1", Set.of()),
                        new TrialStatement("LOCK TABLES " + table + " WRITE", Set.of())),
                new QualifiedName(SCHEMA, "named"));
    }

    private static Change changed(String table, @Nullable String column, Loss.Kind kind) {
        return new Change(new QualifiedName(SCHEMA, table), column, kind);
    }

    private static String joined(Function<Value, String> part) {
        return VALUES.stream().map(part).collect(Collectors.joining(", "));
    }

    private static void run(DataSource database, List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = '', SESSION time_zone = '+00:00'");
            statement.execute("CREATE DATABASE IF NOT EXISTS " + SCHEMA);
            statement.execute("USE " + SCHEMA);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
