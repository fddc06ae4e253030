package dev.rehearsal.postgres.effect;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.result.TableUse;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's own counts of rows read and written, table by table. Inside a transaction a session sees its own as they
 * grow; outside, they must be asked to come, which PostgreSQL 14 cannot do.
 *
 * @param counts rows read and rows written, by table
 */
record TableUses(Map<Long, Counts> counts) {
    private static final int FLUSHES_FROM = 15;

    /**
     * {@return the counts so far; null if they cannot be told}
     *
     * @param session whose counts are told
     * @param inTransaction whether it is in one
     * @param version the server's
     */
    static @Nullable TableUses read(RunSession session, boolean inTransaction, int version) throws SQLException {
        if (inTransaction) {
            return counted(session, CatalogSql.USES_SO_FAR);
        }
        if (version < FLUSHES_FROM) {
            return null;
        }
        session.ask(CatalogSql.FLUSH_USES, row -> true);
        return counted(session, CatalogSql.USES);
    }

    private static TableUses counted(RunSession session, String sql) throws SQLException {
        Map<Long, Counts> found = new HashMap<>();
        session.ask(sql, row -> found.put(row.number(1), new Counts(row.number(2), row.number(3))));
        found.values().removeIf(counts -> counts.read() <= 0 && counts.written() <= 0);
        return new TableUses(found);
    }

    /** {@return what was used since an earlier count, of tables that both looks know} */
    List<TableUse> since(TableUses earlier, CatalogState names) {
        return counts.entrySet().stream()
                .map(e -> use(names.name(e.getKey()), e.getValue(), earlier.counts.get(e.getKey())))
                .filter(use -> !use.table().isEmpty() && (use.read() > 0 || use.written() > 0))
                .sorted(Comparator.comparing(TableUse::table))
                .toList();
    }

    private static TableUse use(String table, Counts now, @Nullable Counts before) {
        return before == null
                ? new TableUse(table, now.read(), now.written())
                : new TableUse(table, now.read() - before.read(), now.written() - before.written());
    }

    /** Rows read by sequential scans, and rows written. */
    record Counts(long read, long written) {}
}
