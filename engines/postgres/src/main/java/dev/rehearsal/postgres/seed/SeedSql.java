package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.SeedTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small pieces of SQL text, and the running of a statement that returns one value. */
final class SeedSql {
    /** The server takes 1,664 columns, and plans many subqueries slowly. */
    private static final int CONDITIONS_AT_ONCE = 200;

    private SeedSql() {}

    /** {@return SQL as formulas} */
    static List<Formula> constants(String... sql) {
        return Stream.of(sql).map(one -> Formula.own(one)).toList();
    }

    /** {@return what follows FROM to read a table's own rows, and no others} */
    static String rows(SeedTable table) {
        return (table.partitioned() ? "" : "ONLY ") + SqlNames.quote(table.name());
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String names(List<String> columns) {
        return columns.stream().map(SqlNames::quote).collect(Collectors.joining(", "));
    }

    static String names(String alias, List<String> columns) {
        return columns.stream().map(name -> alias + "." + SqlNames.quote(name)).collect(Collectors.joining(", "));
    }

    static String cast(String expression, String type) {
        return "(" + expression + ")::" + type;
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
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }

    static boolean holds(Connection connection, String sql) throws SQLException {
        return "t".equals(value(connection, sql));
    }

    /** {@return the answers to conditions, in their order, in as few round trips as the server's limits allow} */
    static List<Boolean> answers(Connection connection, List<String> conditions) throws SQLException {
        List<Boolean> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (int from = 0; from < conditions.size(); from += CONDITIONS_AT_ONCE) {
                List<String> some = conditions.subList(from, Math.min(conditions.size(), from + CONDITIONS_AT_ONCE));
                try (ResultSet row = statement.executeQuery("SELECT " + String.join(", ", some))) {
                    row.next();
                    for (int i = 1; i <= some.size(); i++) {
                        answers.add(row.getBoolean(i));
                    }
                }
            }
        }
        return answers;
    }
}
