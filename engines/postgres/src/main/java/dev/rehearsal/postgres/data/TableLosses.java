package dev.rehearsal.postgres.data;

import dev.rehearsal.data.ColumnFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.data.TableFingerprint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one table has lost, with the least reading that tells. */
final class TableLosses {
    private final Side before;
    private final Side after;
    private final TableFingerprint old;
    private final TableFingerprint now;

    TableLosses(Side before, TableFingerprint old, Side after, TableFingerprint now) {
        this.before = before;
        this.old = old;
        this.after = after;
        this.now = now;
    }

    /** {@return whether two fingerprints agree on all that the first one has} */
    static boolean agree(TableFingerprint old, TableFingerprint now) {
        return old.keyed() == now.keyed()
                && old.rows() == now.rows()
                && old.columns().entrySet().stream()
                        .allMatch(
                                column -> column.getValue().equals(now.columns().get(column.getKey())));
    }

    /** {@return what the table has lost} */
    List<Loss> find() throws SQLException {
        List<String> shared = before.relation().sharedWith(after.relation());
        List<Loss> losses = new ArrayList<>(goneColumns(shared));
        List<String> different = shared.stream().filter(this::differs).toList();
        List<String> key = before.relation().key();
        boolean keyed = !key.isEmpty() && shared.containsAll(key);
        if (!keyed) {
            losses.addAll(new MultisetDifference(shared).run(before, after, suspect(different)));
        } else if (!different.isEmpty() || old.rows() != now.rows()) {
            List<String> values =
                    different.stream().filter(name -> !key.contains(name)).toList();
            losses.addAll(new KeyedDifference(key, values).run(before, after));
        }
        return losses;
    }

    private List<Loss> goneColumns(List<String> shared) {
        List<Loss> gone = new ArrayList<>();
        for (DataColumn column : before.relation().columns()) {
            long held = print(old, column.name()).nonNull();
            if (!shared.contains(column.name()) && held > 0) {
                gone.add(gone(before.relation(), column.name(), held));
            }
        }
        return gone;
    }

    /** {@return the loss of a table, or of one of its columns} */
    static Loss gone(DataRelation relation, @Nullable String column, long rows) {
        return new Loss(relation.name().toString(), column, Loss.Kind.RELATION_GONE, rows, List.of());
    }

    private boolean differs(String column) {
        return !print(old, column).equals(print(now, column));
    }

    private static ColumnFingerprint print(TableFingerprint table, String column) {
        return Objects.requireNonNull(table.columns().get(column), column);
    }

    /** Without a key a change can be pinned on a column only where that one alone holds other values. */
    private @Nullable String suspect(List<String> different) {
        return !old.keyed() && !now.keyed() && different.size() == 1 ? different.get(0) : null;
    }
}
