package dev.rehearsal.postgres.seed;

import dev.rehearsal.dialect.Seeder.Filled;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.progress.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Tells at the end what was filled: rows, size on disk with all indexes, and speed. */
record Summary(Connection connection) {
    private static final String SIZE = "SELECT sum(pg_total_relation_size(r)) FROM (SELECT %1$s::regclass AS r UNION"
            + " SELECT relid FROM pg_partition_tree(%1$s)) AS x";

    /** A single table has been told already. */
    void tell(List<Filled> tables, Progress progress) throws SQLException {
        if (tables.size() < 2) {
            return;
        }
        progress.report("seeded " + tables.size() + " tables:");
        for (Filled table : tables) {
            progress.report(String.format(
                    Locale.ROOT,
                    "  %-40s %,15d %12s %,12.0f rows/s",
                    table.table(),
                    table.rows(),
                    megabytes(table),
                    table.rows() / Math.max(0.001, table.seconds())));
        }
    }

    private String megabytes(Filled table) throws SQLException {
        String bytes = SeedSql.value(connection, SIZE.formatted(SeedSql.literal(SqlNames.quote(table.table()))));
        return bytes == null ? "" : String.format(Locale.ROOT, "%.1f MB", Double.parseDouble(bytes) / 1024 / 1024);
    }
}
