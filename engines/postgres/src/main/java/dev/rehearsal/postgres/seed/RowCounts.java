package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.Task.Held;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows that are there already, and the numbers that their keys have taken. */
final class RowCounts {
    /** The server plans many subqueries slowly. */
    private static final int AT_ONCE = 200;

    /** Whoever has larger keys did not count them. */
    private static final long MOST = 1_000_000_000_000L;

    /** A migration that has written keys itself will write the next ones, too: these are left free. */
    private static final long NEXT = 10_000;

    private RowCounts() {}

    /** {@return the rows of each table, in as few round trips as the server's limits allow} */
    static Map<QualifiedName, Long> of(Connection connection, List<SeedTable> tables) throws SQLException {
        Map<QualifiedName, Long> counts = new HashMap<>();
        for (int from = 0; from < tables.size(); from += AT_ONCE) {
            List<SeedTable> some = tables.subList(from, Math.min(tables.size(), from + AT_ONCE));
            List<String> questions = some.stream()
                    .map(table -> "(SELECT count(*) FROM " + SeedSql.rows(table) + ")")
                    .toList();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT " + String.join(", ", questions))) {
                row.next();
                for (int i = 0; i < some.size(); i++) {
                    counts.put(some.get(i).name(), row.getLong(i + 1));
                }
            }
        }
        return counts;
    }

    /** {@return the rows of a table, and up to which number its keys are taken} */
    static Held held(Connection connection, SeedTable table, long rows) throws SQLException {
        long taken = rows;
        for (String number : rows == 0 ? List.<String>of() : numbers(table)) {
            String max = SeedSql.value(connection, "SELECT trunc(" + number + ") FROM " + SeedSql.rows(table));
            if (max != null && max.length() < 19 && Long.parseLong(max) < MOST) {
                taken = Math.max(taken, Long.parseLong(max));
            }
        }
        return new Held(rows, taken);
    }

    /** {@return for each column that may count a key, the number up to which it has} */
    private static List<String> numbers(SeedTable table) {
        List<String> numbers = new ArrayList<>();
        for (SeedColumn column : table.columns()) {
            boolean counts =
                    table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(column.name())))
                            && table.foreignKeys().stream()
                                    .noneMatch(key -> key.columns().contains(column.name()))
                            && DataType.of(column).base().name().matches("int[248]");
            SeedColumn.Sequence sequence = column.sequence();
            if (counts) {
                String max = "max(" + SqlNames.quote(column.name()) + ")::numeric";
                numbers.add(
                        sequence == null || sequence.increment() < 1
                                ? max + " + " + NEXT
                                : "(" + max + " - " + sequence.start() + ") / " + sequence.increment() + " + CASE WHEN"
                                        + " pg_sequence_last_value(" + SeedSql.literal(sequence.name())
                                        + "::regclass) IS NULL THEN " + NEXT + " ELSE 1 END");
            }
        }
        return numbers;
    }
}
