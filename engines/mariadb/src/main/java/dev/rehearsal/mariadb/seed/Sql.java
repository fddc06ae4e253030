package dev.rehearsal.mariadb.seed;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.seeding.Formula;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small pieces of SQL text, and the running of statements. */
final class Sql {
    private Sql() {}

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** {@return names with commas, each after a prefix} */
    static String names(String prefix, Iterable<String> columns) {
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(prefix + Names.quoted(column)));
        return String.join(", ", names);
    }

    /** {@return SQL as formulas} */
    static List<Formula> constants(String... sql) {
        return Stream.of(sql).map(one -> Formula.own(one)).toList();
    }

    static String all(List<String> conditions) {
        return conditions.stream().map(one -> "(" + one + ")").collect(Collectors.joining(" AND "));
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    static @Nullable String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        String value = value(connection, sql);
        return value == null ? 0 : Long.parseLong(value);
    }

    static <T> List<T> list(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<T> list = new ArrayList<>();
            while (row.next()) {
                list.add(reader.read(row));
            }
            return list;
        }
    }

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
