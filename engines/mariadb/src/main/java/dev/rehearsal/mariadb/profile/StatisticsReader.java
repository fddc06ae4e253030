package dev.rehearsal.mariadb.profile;

import static dev.rehearsal.mariadb.catalog.Questions.USERS;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.profile.ColumnStatistics;
import dev.rehearsal.profile.TableStatistics;
import dev.rehearsal.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the server itself knows: its estimate of the rows, how many values the indexes have found, and what it keeps of
 * columns where somebody had it gather that. No table of the user's is read.
 */
final class StatisticsReader {
    private static final String TABLES = "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_ROWS FROM information_schema.TABLES"
            + " WHERE TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND TABLE_SCHEMA" + USERS + " ORDER BY 1, 2";
    private static final String COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE, IS_NULLABLE"
            + " FROM information_schema.COLUMNS WHERE IS_GENERATED = 'NEVER' AND TABLE_SCHEMA" + USERS
            + " ORDER BY 1, 2, ORDINAL_POSITION";
    private static final String UNIQUE = "SELECT TABLE_SCHEMA, TABLE_NAME, MIN(COLUMN_NAME)"
            + " FROM information_schema.STATISTICS WHERE NON_UNIQUE = 0 AND SUB_PART IS NULL AND TABLE_SCHEMA" + USERS
            + " GROUP BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME HAVING COUNT(*) = 1";
    private static final String FOREIGN = "SELECT DISTINCT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME"
            + " FROM information_schema.KEY_COLUMN_USAGE WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA"
            + USERS;
    /** Each partition has its own: what they have found together nobody knows, and the most of them is too few. */
    private static final String OF_INDEXES =
            "SELECT s.TABLE_SCHEMA, s.TABLE_NAME, s.COLUMN_NAME, MAX(i.stat_value) FROM information_schema.STATISTICS s"
                    + " JOIN mysql.innodb_index_stats i ON i.database_name = s.TABLE_SCHEMA"
                    + " AND i.table_name = s.TABLE_NAME AND i.index_name = s.INDEX_NAME AND i.stat_name = 'n_diff_pfx01'"
                    + " WHERE s.SEQ_IN_INDEX = 1 AND s.SUB_PART IS NULL AND s.TABLE_SCHEMA" + USERS
                    + " GROUP BY 1, 2, 3";
    /** The same, for whoever may not read how the server keeps it. */
    private static final String OF_CARDINALITIES =
            "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, MAX(CARDINALITY) FROM information_schema.STATISTICS"
                    + " WHERE SEQ_IN_INDEX = 1 AND SUB_PART IS NULL AND CARDINALITY IS NOT NULL AND TABLE_SCHEMA"
                    + USERS
                    + " GROUP BY 1, 2, 3";
    /** The ends of values are data; they are asked for by who wants them alone. */
    private static final String OF_COLUMNS = "SELECT db_name, table_name, column_name, nulls_ratio, avg_length,"
            + " avg_frequency, %s FROM mysql.column_stats WHERE db_name" + USERS;

    private final Statement statement;
    private final Map<Column, Double> distinct = new HashMap<>();
    private final Map<Column, Kept> kept = new HashMap<>();
    private final Set<Column> unique = new HashSet<>();
    private final Set<Column> foreign = new HashSet<>();
    private String denied = "";

    private StatisticsReader(Statement statement) {
        this.statement = statement;
    }

    static List<TableStatistics> read(Statement statement, Set<QualifiedName> ignored, boolean bounds)
            throws SQLException {
        StatisticsReader reader = new StatisticsReader(statement);
        reader.each(UNIQUE, row -> reader.unique.add(Column.of(row)));
        reader.each(FOREIGN, row -> reader.foreign.add(Column.of(row)));
        reader.readDistinct();
        reader.readKept(bounds);
        Map<QualifiedName, List<Found>> columns = new HashMap<>();
        reader.each(
                COLUMNS,
                row -> columns.computeIfAbsent(
                                Names.relation(row.getString(1), row.getString(2)), table -> new ArrayList<>())
                        .add(new Found(
                                Column.of(row),
                                row.getString(4),
                                row.getString(5).equals("NO"))));
        List<TableStatistics> tables = new ArrayList<>();
        reader.each(TABLES, row -> {
            QualifiedName name = Names.relation(row.getString(1), row.getString(2));
            if (!ignored.contains(name)) {
                String rows = row.getString(3);
                tables.add(reader.table(
                        name, rows == null ? null : Long.valueOf(rows), columns.getOrDefault(name, List.of())));
            }
        });
        return tables;
    }

    private TableStatistics table(QualifiedName name, @Nullable Long rows, List<Found> columns) {
        if (rows == null) {
            return new TableStatistics(
                    name, null, "not profiled: no row count is known; run ANALYZE TABLE " + name, List.of());
        } else if (rows == 0) {
            return new TableStatistics(name, rows, "", List.of());
        }
        boolean none = columns.stream().noneMatch(found -> kept.containsKey(found.column));
        String why = !none
                ? ""
                : denied.isEmpty()
                        ? "columns not profiled but by their indexes: no statistics of columns are kept; run ANALYZE TABLE "
                                + name + " PERSISTENT FOR ALL"
                        : "columns not profiled but by their indexes: " + denied;
        return new TableStatistics(
                name,
                rows,
                why,
                columns.stream().map(found -> column(found, rows, none)).toList());
    }

    private ColumnStatistics column(Found found, long rows, boolean none) {
        Kept known = kept.get(found.column);
        ColumnNumbers numbers = new ColumnNumbers(
                found.type,
                found.required,
                unique.contains(found.column),
                foreign.contains(found.column),
                known,
                distinct.get(found.column));
        return new ColumnStatistics(
                found.column.name,
                numbers.volume((double) rows),
                known == null && !none ? "not profiled: no statistics of this column are kept" : "");
    }

    private void readDistinct() throws SQLException {
        try {
            each(OF_INDEXES, row -> distinct.put(Column.of(row), row.getDouble(4)));
        } catch (SQLException mayNot) {
            each(OF_CARDINALITIES, row -> distinct.put(Column.of(row), row.getDouble(4)));
        }
    }

    private void readKept(boolean bounds) throws SQLException {
        try {
            each(OF_COLUMNS.formatted(bounds ? "min_value, max_value" : "NULL, NULL"), row -> {
                double nulls = row.getDouble(4);
                if (!row.wasNull()) {
                    kept.put(
                            Column.of(row),
                            new Kept(nulls, row.getDouble(5), row.getDouble(6), row.getString(7), row.getString(8)));
                }
            });
        } catch (SQLException e) {
            denied = "who asks may not read mysql.column_stats; GRANT SELECT ON mysql.column_stats";
        }
    }

    private void each(String sql, Reading reading) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                reading.read(row);
            }
        }
    }

    /** Reads one row. */
    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    /** A column of a table. */
    private record Column(String schema, String table, String name) {
        static Column of(ResultSet row) throws SQLException {
            return new Column(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    /** A column, and what it is defined as. */
    private record Found(Column column, String type, boolean required) {}

    /**
     * What the server keeps of a column.
     *
     * @param nulls the share of NULLs
     * @param length bytes of a value on average
     * @param frequency how many rows have the same value on average
     * @param least the smallest value; null if it was not asked for
     * @param most the greatest value; null if it was not asked for
     */
    record Kept(
            double nulls,
            double length,
            double frequency,
            @Nullable String least,
            @Nullable String most) {}
}
