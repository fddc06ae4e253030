package dev.rehearsal.postgres.seed;

import dev.rehearsal.volume.ColumnVolume;
import java.util.Set;

/** What a volume file says of a column whose type cannot do it. Said nothing, it would silently not be done. */
final class UnfitVolume {
    private static final Set<String> NUMBERS =
            Set.of("int2", "int4", "int8", "oid", "numeric", "float4", "float8", "money");
    private static final Set<String> MOMENTS = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "citext");
    private static final Set<String> WIDE = Set.of("text", "varchar", "citext", "bytea", "json", "jsonb", "numeric");

    private UnfitVolume() {}

    static void check(SeedColumn column, ColumnVolume volume) throws UnfillableException {
        String type = column.type().base().name();
        String pattern = volume.pattern();
        if (pattern != null
                && (!TEXTS.contains(type) || PatternValues.of(pattern).isEmpty())) {
            throw unfit(
                    column,
                    "`pattern: " + pattern + "`",
                    TEXTS.contains(type)
                            ? "goes beyond characters, classes, counts and groups: give `sql` or `values`"
                            : "is for texts only");
        }
        if (volume.width() != null && !WIDE.contains(type)) {
            throw unfit(column, "`width`", "is for text, varchar, citext, bytea, json, jsonb and numeric");
        }
        for (String bound : volume.range()) {
            if (NUMBERS.contains(type) ? Restriction.number(bound) == null : !isMoment(type, bound)) {
                throw unfit(
                        column,
                        "`range`",
                        "is of numbers, or of times such as 2024-01-31 and 2024-01-31 10:00; it has `" + bound + "`");
            }
        }
    }

    private static boolean isMoment(String type, String bound) {
        return MOMENTS.contains(type) && VolumeInstant.of(bound).isPresent();
    }

    private static UnfillableException unfit(SeedColumn column, String key, String why) {
        return new UnfillableException("column " + column.name() + " is of type "
                + column.type().sql() + ", and " + key + " in volume.yaml " + why);
    }
}
