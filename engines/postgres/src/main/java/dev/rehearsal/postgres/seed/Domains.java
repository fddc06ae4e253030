package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.seed.Unit.Domain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which columns can take a few values only. */
final class Domains {
    /** A text of so few characters is an abbreviation. */
    private static final int SHORT = 3;

    private Domains() {}

    /** {@return what proves that a column takes no values but these; null if nothing does} */
    static @Nullable Domain of(SeedColumn column, Restriction limit, ValueSpace values) {
        if (limit.isOpen()) {
            return null;
        }
        DataType type = column.type().base();
        List<String> allowed = limit.allowed();
        boolean listed = allowed != null && !allowed.isEmpty();
        boolean few = type.kind() == DataType.Kind.ENUM || type.name().equals("bool");
        if (listed || few || counted(type, limit)) {
            String size = values.size() == 1 ? "1 value" : (long) values.size() + " values";
            return new Domain(column.name() + " has " + size, null, false);
        }
        if (small(type)) {
            return new Domain(
                    column.name() + " is of type " + type.sql() + ", of which " + (long) values.size()
                            + " values are known",
                    null,
                    true);
        }
        return null;
    }

    /** {@return whether the type itself has few values, all or nearly all of which we make} */
    private static boolean small(DataType type) {
        int modifier = type.modifier();
        return switch (type.name()) {
            case "varchar", "bpchar" -> modifier > 4 && modifier - 4 <= SHORT;
            case "numeric" -> modifier > 4 && ((modifier - 4) >> 16 & 0xffff) <= SHORT;
            case "bit", "varbit" -> modifier > 0 && modifier <= Byte.SIZE;
            default -> type.name().equals("char") || type.name().startsWith("reg");
        };
    }

    /** Whole numbers from 1 on, or from above that, to an upper bound: those are counted one by one. */
    private static boolean counted(DataType type, Restriction limit) {
        return type.name().matches("int[248]")
                && limit.hints().isEmpty()
                && limit.least(0, java.math.BigDecimal.ONE) >= 1
                && limit.upper() != null;
    }
}
