package dev.rehearsal.mariadb.seed;

import static dev.rehearsal.mariadb.catalog.Questions.USERS;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.ForeignKey;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.UniqueKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the tables that can be filled, and what they demand of their rows. Each question is asked once for all tables.
 *
 * @param connection where
 */
record SeedCatalog(Connection connection) {
    private static final String TABLES = "SELECT TABLE_SCHEMA, TABLE_NAME, CREATE_OPTIONS LIKE '%partitioned%'"
            + " FROM information_schema.TABLES WHERE TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND TABLE_SCHEMA"
            + USERS;
    private static final String COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, IS_NULLABLE,"
            + " COLUMN_DEFAULT, EXTRA, GENERATION_EXPRESSION, IS_GENERATED, DATA_TYPE, COLUMN_TYPE,"
            + " CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION, CHARACTER_SET_NAME,"
            + " COLLATION_NAME, CHARACTER_OCTET_LENGTH FROM information_schema.COLUMNS WHERE TABLE_SCHEMA" + USERS
            + " ORDER BY 1, 2, 3";
    private static final String CHECKS = "SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CHECK_CLAUSE"
            + " FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA" + USERS
            + " ORDER BY 1, 2, CONSTRAINT_NAME";
    private static final String KEYS = "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, COLUMN_NAME, SUB_PART"
            + " FROM information_schema.STATISTICS WHERE NON_UNIQUE = 0 AND TABLE_SCHEMA" + USERS
            + " ORDER BY 1, 2, INDEX_NAME <> 'PRIMARY', INDEX_NAME, SEQ_IN_INDEX";
    private static final String FOREIGN_KEYS = "SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME,"
            + " REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME"
            + " FROM information_schema.KEY_COLUMN_USAGE WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA"
            + USERS + " ORDER BY 1, 2, CONSTRAINT_NAME, ORDINAL_POSITION";

    /** {@return the tables by name, without those that are ignored} */
    Map<QualifiedName, SeedTable> tables(Set<QualifiedName> ignored) throws SQLException {
        Map<QualifiedName, Boolean> names = new TreeMap<>();
        Sql.list(connection, TABLES, row -> names.put(name(row), row.getBoolean(3)));
        names.keySet().removeAll(ignored);
        Map<QualifiedName, List<String>> checks = new HashMap<>();
        Sql.list(connection, CHECKS, row -> of(checks, name(row)).add(row.getString(3)));
        Map<QualifiedName, List<SeedColumn>> columns = new HashMap<>();
        Sql.list(
                connection,
                COLUMNS,
                row -> of(columns, name(row)).add(ColumnRow.read(row, checks.getOrDefault(name(row), List.of()))));
        Map<QualifiedName, Map<String, List<Part>>> keys = new HashMap<>();
        Sql.list(
                connection,
                KEYS,
                row -> keys.computeIfAbsent(name(row), table -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getString(3), key -> new ArrayList<>())
                        .add(new Part(row.getString(4), row.getLong(5))));
        Map<QualifiedName, List<ForeignKey>> foreignKeys = foreignKeys();
        Map<QualifiedName, SeedTable> tables = new TreeMap<>();
        names.forEach((name, partitioned) -> tables.put(
                name,
                table(
                        new SeedTable(
                                0,
                                name,
                                partitioned,
                                columns.getOrDefault(name, List.of()),
                                checks.getOrDefault(name, List.of()),
                                List.of(),
                                foreignKeys.getOrDefault(name, List.of()),
                                List.of()),
                        keys.getOrDefault(name, Map.of()))));
        return tables;
    }

    private Map<QualifiedName, List<ForeignKey>> foreignKeys() throws SQLException {
        Map<QualifiedName, Map<String, List<Reference>>> found = new HashMap<>();
        Sql.list(
                connection,
                FOREIGN_KEYS,
                row -> found.computeIfAbsent(name(row), table -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getString(3), key -> new ArrayList<>())
                        .add(new Reference(
                                row.getString(4),
                                Names.relation(row.getString(5), row.getString(6)),
                                row.getString(7))));
        Map<QualifiedName, List<ForeignKey>> keys = new HashMap<>();
        found.forEach((table, named) -> named.values().stream()
                .sorted((one, other) -> other.size() - one.size())
                .forEach(parts -> of(keys, table)
                        .add(new ForeignKey(
                                parts.stream().map(Reference::column).toList(),
                                parts.get(0).parent(),
                                parts.stream().map(Reference::key).toList(),
                                true))));
        return keys;
    }

    /** A key over a generated column is one over what that is generated from; one over a part, of texts so short. */
    private static SeedTable table(SeedTable bare, Map<String, List<Part>> keys) {
        Map<String, Long> told = new HashMap<>();
        List<UniqueKey> unique = new ArrayList<>();
        for (Map.Entry<String, List<Part>> key : keys.entrySet()) {
            List<String> columns = new ArrayList<>();
            boolean exact = true;
            for (Part part : key.getValue()) {
                List<String> base = base(bare, part.column());
                exact &= base.equals(List.of(part.column()));
                base.stream().filter(one -> !columns.contains(one)).forEach(columns::add);
                if (part.length() > 0) {
                    told.merge(part.column(), part.length(), Math::min);
                }
            }
            unique.add(new UniqueKey(columns, !key.getKey().equals("PRIMARY"), false, exact));
        }
        List<SeedColumn> columns = bare.columns().stream()
                .map(column -> told.containsKey(column.name())
                        ? ColumnRow.told(column, told.getOrDefault(column.name(), 0L))
                        : column)
                .toList();
        return new SeedTable(
                0, bare.name(), bare.partitioned(), columns, bare.checks(), unique, bare.foreignKeys(), List.of());
    }

    private static List<String> base(SeedTable table, String column) {
        String generated = table.column(column).map(SeedColumn::generated).orElse(null);
        return generated == null
                ? List.of(column)
                : table.columns().stream()
                        .map(SeedColumn::name)
                        .filter(name -> !name.equals(column) && generated.contains(Names.quoted(name)))
                        .toList();
    }

    private static QualifiedName name(ResultSet row) throws SQLException {
        return Names.relation(row.getString(1), row.getString(2));
    }

    private static <T> List<T> of(Map<QualifiedName, List<T>> lists, QualifiedName table) {
        return lists.computeIfAbsent(table, name -> new ArrayList<>());
    }

    /** A column of a key, and how much of it counts; 0 for all. */
    private record Part(String column, long length) {}

    /** A column that refers to another. */
    private record Reference(String column, QualifiedName parent, String key) {}
}
