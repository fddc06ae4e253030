package dev.rehearsal.mariadb.data;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.LargeObjects;
import dev.rehearsal.data.Loss;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.dialect.DataComparison;
import dev.rehearsal.dialect.DataReader;
import dev.rehearsal.dialect.rows.TableLosses;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Compares what two servers hold. Each table is read once, on its server; only where fingerprints differ are rows fetched,
 * a few at a time. Stateless; safe for use by threads.
 */
public final class MariaDbDataComparison implements DataComparison {
    private static final Duration DEADLINE = Duration.ofHours(1);

    /** Makes one that gives up on a table after an hour. */
    public MariaDbDataComparison() {}

    @Override
    public DataFingerprint fingerprint(DataSource database, Set<QualifiedName> ignored) throws SQLException {
        try (Session session = Session.open(database, DEADLINE)) {
            Map<QualifiedName, TableFingerprint> prints = new HashMap<>();
            for (Table table : Tables.read(session, ignored).values()) {
                prints.put(table.name(), Fingerprints.of(session, table));
            }
            return DataFingerprint.of(prints, Counters.next(session, ignored), LargeObjects.NONE);
        }
    }

    /** The server keeps no certain mark of what was written to a table: everything is read again each time. */
    @Override
    public DataReader reader(DataSource database, DataSource maintenance, Set<QualifiedName> ignored) {
        return new DataReader() {
            @Override
            public DataFingerprint read() throws SQLException {
                return fingerprint(database, ignored);
            }

            @Override
            public Map<QualifiedName, Long> rowsLeftAlone() {
                return Map.of();
            }
        };
    }

    @Override
    public List<Loss> losses(
            DataSource before, DataFingerprint beforePrint, DataSource after, DataFingerprint afterPrint)
            throws SQLException {
        if (afterPrint.equals(beforePrint)) {
            return List.of();
        }
        try (Session first = Session.open(before, DEADLINE);
                Session second = Session.open(after, DEADLINE)) {
            Map<QualifiedName, Table> tables = Tables.read(first, Set.of());
            Map<QualifiedName, Table> others = Tables.read(second, Set.of());
            List<Loss> losses = new ArrayList<>();
            for (Map.Entry<QualifiedName, TableFingerprint> old :
                    beforePrint.tables().entrySet()) {
                Table table = Objects.requireNonNull(tables.get(old.getKey()), old::toString);
                Table other = others.get(old.getKey());
                TableFingerprint now = afterPrint.tables().get(old.getKey());
                if (other != null && now != null) {
                    losses.addAll(table(new RowDifference(first, table, second, other), old.getValue(), now));
                } else if (old.getValue().rows() > 0) {
                    losses.add(
                            TableLosses.gone(table.name(), null, old.getValue().rows()));
                }
            }
            losses.addAll(Counters.backwards(second, beforePrint.sequences(), afterPrint.sequences()));
            return losses;
        }
    }

    private static List<Loss> table(RowDifference rows, TableFingerprint old, TableFingerprint now)
            throws SQLException {
        return old.agreesWith(now)
                ? List.of()
                : new TableLosses(rows.before().shape(), old, rows.after().shape(), now).find(rows);
    }
}
