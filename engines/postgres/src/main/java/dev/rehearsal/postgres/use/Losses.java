package dev.rehearsal.postgres.use;

import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Written;
import dev.rehearsal.result.Written.Kind;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for what was written in the database after the down. */
final class Losses {
    private final PostgresUse use;
    private final UseSession session;
    private final Map<QualifiedName, UsedTable> tables;
    private final Map<Place, Long> lost = new LinkedHashMap<>();
    private final Set<Map.Entry<QualifiedName, String>> gone = new HashSet<>();

    Losses(PostgresUse use, UseSession session, Map<QualifiedName, UsedTable> tables) {
        this.use = use;
        this.session = session;
        this.tables = tables;
    }

    List<UseLoss> find() throws SQLException {
        for (Tracked row : use.rows()) {
            UsedTable now = tables.get(row.table().name());
            if (now != null
                    && now.columns().stream()
                            .map(UsedColumn::name)
                            .toList()
                            .containsAll(row.table().key())) {
                for (RowLoss.Lost loss : new RowLoss(session, row, now).find()) {
                    if (counts(row, loss, now)) {
                        add(loss);
                    }
                }
                for (String column : WrittenObjects.gone(session, row, now, use.objects())) {
                    add(new RowLoss.Lost(row.table().name().toString(), column, row.kind()));
                }
            }
        }
        for (Written written : use.written()) {
            Optional<UsedTable> table = use.counts().keySet().stream()
                    .filter(t -> t.name().toString().equals(written.relation()))
                    .findFirst();
            if (table.isPresent()) {
                whole(table.get(), written);
            }
        }
        return lost.entrySet().stream()
                .map(e -> new UseLoss(
                        e.getKey().relation(),
                        e.getKey().column(),
                        e.getKey().kind(),
                        e.getValue(),
                        e.getKey().expected()))
                .toList();
    }

    /** A row that is gone is told once, though several things were written into it. */
    private boolean counts(Tracked row, RowLoss.Lost loss, UsedTable now) throws SQLException {
        String column = loss.column();
        if (loss.kind() == Kind.ROW && column == null) {
            return gone.add(Map.entry(row.table().name(), row.key().toString()));
        }
        return loss.kind() != Kind.CHANGED || column == null || !new TakenOver(use, session, now).fills(column);
    }

    /** What is only counted: whole tables, and rows without a key. */
    private void whole(UsedTable table, Written written) throws SQLException {
        UsedTable now = tables.get(table.name());
        boolean isNew = !use.older().containsKey(table.name());
        if (written.kind() == Kind.NEW_TABLE && now == null && !isElsewhere(table, written.rows())) {
            lost.put(new Place(written.relation(), null, Kind.NEW_TABLE, true), written.rows());
        } else if (written.kind() == Kind.ROW && now == null && !isNew) {
            lost.put(new Place(written.relation(), null, Kind.ROW, false), written.rows());
        } else if (written.kind() == Kind.ROW && now != null && table.key().isEmpty()) {
            long missing = Objects.requireNonNull(use.counts().get(table)) - PostgresUsage.rows(session, now);
            if (missing > 0) {
                lost.put(new Place(written.relation(), null, Kind.ROW, false), Math.min(missing, written.rows()));
            }
        }
    }

    /** A table that came back under its former name has taken its rows along. */
    private boolean isElsewhere(UsedTable table, long rows) throws SQLException {
        Set<String> columns = table.columns().stream().map(UsedColumn::name).collect(Collectors.toSet());
        List<UsedTable> alike = new ArrayList<>(tables.values());
        alike.removeIf(other ->
                use.counts().keySet().stream().anyMatch(t -> t.name().equals(other.name()))
                        || !other.columns().stream()
                                .map(UsedColumn::name)
                                .collect(Collectors.toSet())
                                .equals(columns));
        for (UsedTable other : alike) {
            if (PostgresUsage.rows(session, other) >= rows) {
                return true;
            }
        }
        return false;
    }

    private void add(RowLoss.Lost loss) {
        boolean expected = loss.kind() == Kind.NEW_COLUMN || loss.kind() == Kind.NEW_LABEL;
        long rows = loss.kind() == Kind.NEW_COLUMN ? filled(loss.relation(), loss.column()) : 1;
        Place place = new Place(loss.relation(), loss.column(), loss.kind(), expected);
        lost.merge(place, rows, loss.kind() == Kind.NEW_COLUMN ? Long::max : Long::sum);
    }

    private long filled(String relation, @Nullable String column) {
        return use.written().stream()
                .filter(w -> w.kind() == Kind.NEW_COLUMN
                        && w.relation().equals(relation)
                        && Objects.equals(w.column(), column))
                .mapToLong(Written::rows)
                .findFirst()
                .orElse(1);
    }

    private record Place(String relation, @Nullable String column, Kind kind, boolean expected) {}
}
