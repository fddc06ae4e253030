package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Unit.Domain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which columns can take a few values only. */
final class Domains {
    private Domains() {}

    /** {@return what proves that a column takes no values but these; null if nothing does} */
    static @Nullable Domain of(SeedColumn column, Restriction limit, ValueSpace values) {
        if (limit.isOpen()) {
            return null;
        }
        ColumnType type = column.type();
        List<String> allowed = limit.allowed();
        boolean listed = allowed != null && !allowed.isEmpty();
        if (listed || type.listed() || counted(type, limit)) {
            String size = values.size() == 1 ? "1 value" : (long) values.size() + " values";
            return new Domain(column.name() + " has " + size, null, false);
        }
        if (type.small()) {
            return new Domain(
                    column.name() + " is of type " + type.sql() + ", of which " + (long) values.size()
                            + " values are known",
                    null,
                    true);
        }
        return null;
    }

    /** Whole numbers from 1 on, or from above that, to an upper bound: those are counted one by one. */
    private static boolean counted(ColumnType type, Restriction limit) {
        return type.whole()
                && limit.hints().isEmpty()
                && limit.least(0, java.math.BigDecimal.ONE) >= 1
                && limit.upper() != null;
    }
}
