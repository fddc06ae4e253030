package dev.rehearsal.postgres.inspect;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.profile.ColumnStatistics;
import dev.rehearsal.profile.TableStatistics;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.ColumnVolume;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the server itself knows of its tables: no table but the catalogue's is read. */
final class StatisticsQuestion {
    private static final String FORMATS = "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL TimeZone = 'UTC'";
    private static final Pattern FINITE =
            Pattern.compile("-?[0-9]+(\\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:.+-]+)?");
    private final Statement statement;
    private final Map<Column, Map<String, Double>> labels = new HashMap<>();
    private final Map<Column, List<String>> bounds = new HashMap<>();
    private final Map<Column, double[]> parts = new HashMap<>();
    private final Map<Long, List<Found>> columns = new HashMap<>();

    private StatisticsQuestion(Statement statement) {
        this.statement = statement;
    }

    /** Stands for one column of one table. */
    private record Column(long table, String name) {}

    /** A column with what is known of it: its numbers are null if nothing is. */
    private record Found(
            String name, @Nullable ColumnNumbers numbers, boolean readable, boolean required, String type) {}

    static List<TableStatistics> ask(Statement statement, Set<QualifiedName> ignored, boolean withBounds)
            throws SQLException {
        StatisticsQuestion question = new StatisticsQuestion(statement);
        statement.execute(FORMATS);
        question.readColumns();
        question.readLabels();
        if (withBounds) {
            question.readBounds();
        }
        return question.readTables().stream()
                .filter(table -> !ignored.contains(table.table()))
                .toList();
    }

    private List<TableStatistics> readTables() throws SQLException {
        List<TableStatistics> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(StatisticsQueries.TABLES)) {
            while (row.next()) {
                QualifiedName name = SqlNames.relation(row.getString(2), row.getString(3));
                String unknown = row.getString(6);
                if (unknown != null) {
                    String why = "not profiled: no row count is known of " + unknown + "; run ANALYZE " + name;
                    tables.add(new TableStatistics(name, null, why, List.of()));
                } else {
                    tables.add(table(row.getLong(1), name, Math.round(row.getDouble(5)), row.getBoolean(4), row));
                }
            }
        }
        return tables;
    }

    private TableStatistics table(long id, QualifiedName name, long rows, boolean partitioned, ResultSet row)
            throws SQLException {
        List<Found> found = columns.getOrDefault(id, List.of());
        boolean none = rows > 0 && found.stream().allMatch(column -> column.numbers == null) && !found.isEmpty();
        if (rows == 0) {
            return new TableStatistics(name, rows, "", List.of());
        } else if (none && !row.getBoolean(7)) {
            String why =
                    "columns not profiled: who asks may not read their statistics; GRANT SELECT, or pg_read_all_data"
                            + " (with row-level security: BYPASSRLS)";
            return new TableStatistics(name, rows, why, List.of());
        }
        String why = row.getBoolean(8) ? "values that are stored out of line count with 18 bytes in the widths" : "";
        if (none) {
            String of = partitioned ? "as a whole, but for its partitions" : "";
            why = "columns not profiled: never analysed" + (of.isEmpty() ? "" : " " + of) + "; run ANALYZE " + name;
        }
        boolean silent = none && !partitioned;
        return new TableStatistics(
                name,
                rows,
                why,
                found.stream()
                        .map(column -> silent
                                ? unknown(column, "not profiled: never analysed")
                                : statistics(id, column, rows, partitioned))
                        .toList());
    }

    private ColumnStatistics statistics(long table, Found column, long rows, boolean partitioned) {
        Column key = new Column(table, column.name);
        ColumnNumbers numbers = column.numbers;
        double[] added = parts.get(key);
        if (numbers != null) {
            ColumnVolume volume = numbers.volume(
                    (double) rows, labels.getOrDefault(key, Map.of()), bounds.getOrDefault(key, List.of()));
            return new ColumnStatistics(column.name, volume, "");
        } else if (partitioned && added != null) {
            ColumnNumbers sum = new ColumnNumbers(
                    column.type, column.required, false, false, added[0], 0, (long) added[1], null, List.of());
            return new ColumnStatistics(
                    column.name,
                    sum.volume((double) rows, Map.of(), List.of()),
                    "added up from the partitions: how many different values is not known");
        }
        return unknown(
                column, column.readable ? "not profiled: no statistics" : "not profiled: no SELECT on this column");
    }

    private static ColumnStatistics unknown(Found column, String why) {
        return new ColumnStatistics(column.name, ColumnVolume.UNSAID, why);
    }

    private void readColumns() throws SQLException {
        try (ResultSet row = statement.executeQuery(StatisticsQueries.COLUMNS)) {
            while (row.next()) {
                double nulls = row.getDouble(5);
                ColumnNumbers numbers = row.wasNull() ? null : numbers(row, nulls);
                Found found =
                        new Found(row.getString(2), numbers, row.getBoolean(12), row.getBoolean(3), row.getString(4));
                columns.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(found);
            }
        }
        try (ResultSet row = statement.executeQuery(StatisticsQueries.PARTS)) {
            while (row.next()) {
                parts.put(new Column(row.getLong(1), row.getString(2)), new double[] {row.getDouble(3), row.getDouble(4)
                });
            }
        }
    }

    private static ColumnNumbers numbers(ResultSet row, double nulls) throws SQLException {
        double correlation = row.getDouble(8);
        return new ColumnNumbers(
                row.getString(4),
                row.getBoolean(3),
                row.getBoolean(10),
                row.getBoolean(11),
                nulls,
                row.getDouble(6),
                row.getLong(7),
                row.getObject(8) == null ? null : Double.valueOf(correlation),
                list(row.getArray(9), Double.class));
    }

    /** A label that is so rare that it is not counted shares what is left with the others of that kind. */
    private void readLabels() throws SQLException {
        try (ResultSet row = statement.executeQuery(StatisticsQueries.LABELS)) {
            while (row.next()) {
                List<String> common = list(row.getArray(3), String.class);
                List<Double> shares = list(row.getArray(4), Double.class);
                Map<String, Double> weights = new LinkedHashMap<>();
                for (String label : list(row.getArray(5), String.class)) {
                    int at = common.indexOf(label);
                    weights.put(spelt(label, row), at < 0 ? 0 : shares.get(at));
                }
                labels.put(new Column(row.getLong(1), row.getString(2)), weights);
            }
        }
    }

    private static String spelt(String label, ResultSet row) throws SQLException {
        boolean flags = list(row.getArray(5), String.class).equals(List.of("f", "t"));
        return !flags ? label : label.equals("t") ? "true" : "false";
    }

    private void readBounds() throws SQLException {
        try (ResultSet row = statement.executeQuery(StatisticsQueries.BOUNDS)) {
            while (row.next()) {
                List<String> ends = List.of(row.getString(3), row.getString(4));
                if (ends.stream().allMatch(end -> FINITE.matcher(end).matches())) {
                    bounds.put(new Column(row.getLong(1), row.getString(2)), ends);
                }
            }
        }
    }

    private static <T> List<T> list(@Nullable Array array, Class<T> type) throws SQLException {
        return array == null
                ? List.of()
                : java.util.Arrays.stream((Object[]) array.getArray())
                        .map(type::cast)
                        .collect(Collectors.toList());
    }
}
