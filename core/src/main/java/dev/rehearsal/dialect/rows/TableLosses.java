package dev.rehearsal.dialect.rows;

import dev.rehearsal.data.ColumnFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one table has lost, with the least reading that tells.
 *
 * @param before its shape before
 * @param old what it held
 * @param after its shape now
 * @param now what it holds
 */
public record TableLosses(Shape before, TableFingerprint old, Shape after, TableFingerprint now) {
    /**
     * A table as it is compared.
     *
     * @param name its name
     * @param columns the names of its columns, in its order
     * @param key those of its primary key, in the key's order; empty if there is none
     */
    public record Shape(QualifiedName name, List<String> columns, List<String> key) {
        public Shape {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
        }
    }

    /** The rows of both tables, which are read only where fingerprints differ. */
    public interface Rows {
        /**
         * {@return what is lost of rows that are told apart by a key}
         *
         * @param key its columns
         * @param columns those that differ
         * @throws SQLException if a server fails
         */
        List<Loss> keyed(List<String> key, List<String> columns) throws SQLException;

        /**
         * {@return what is lost of whole rows}
         *
         * @param columns those that both tables have
         * @param suspect the only column that may have changed; null if it is not known
         * @throws SQLException if a server fails
         */
        List<Loss> multiset(List<String> columns, @Nullable String suspect) throws SQLException;
    }

    /**
     * {@return what the table has lost}
     *
     * @param rows of both
     * @throws SQLException if a server fails
     */
    public List<Loss> find(Rows rows) throws SQLException {
        List<String> shared =
                before.columns().stream().filter(after.columns()::contains).toList();
        List<Loss> losses = new ArrayList<>(goneColumns(shared));
        List<String> different = shared.stream().filter(this::differs).toList();
        List<String> key = before.key();
        boolean keyed = !key.isEmpty() && shared.containsAll(key);
        if (!keyed) {
            losses.addAll(rows.multiset(shared, suspect(different)));
        } else if (!different.isEmpty() || old.rows() != now.rows()) {
            List<String> values =
                    different.stream().filter(name -> !key.contains(name)).toList();
            losses.addAll(rows.keyed(key, values));
        }
        return losses;
    }

    /**
     * {@return the loss of a table, or of one of its columns}
     *
     * @param table its name
     * @param column the column; null for the whole table
     * @param rows how many rows it held, or values that were not NULL
     */
    public static Loss gone(QualifiedName table, @Nullable String column, long rows) {
        return new Loss(table.toString(), column, Loss.Kind.RELATION_GONE, rows, List.of());
    }

    private List<Loss> goneColumns(List<String> shared) {
        List<Loss> gone = new ArrayList<>();
        for (String column : before.columns()) {
            long held = print(old, column).nonNull();
            if (!shared.contains(column) && held > 0) {
                gone.add(gone(before.name(), column, held));
            }
        }
        return gone;
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
