package dev.rehearsal.seeding;

import dev.rehearsal.seeding.ColumnType.Sort;
import dev.rehearsal.volume.ColumnVolume;

/**
 * What a volume file says of a column whose type cannot do it. Said nothing, it would silently not be done.
 *
 * @param types what types can do
 */
record UnfitVolume(SeedTypes types) {
    void check(SeedColumn column, ColumnVolume volume) throws UnfillableException {
        Sort sort = column.type().sort();
        String pattern = volume.pattern();
        if (pattern != null && (sort != Sort.TEXT || PatternValues.of(pattern).isEmpty())) {
            throw unfit(
                    column,
                    "`pattern: " + pattern + "`",
                    sort == Sort.TEXT
                            ? "goes beyond characters, classes, counts and groups: give `sql` or `values`"
                            : "is for texts only");
        }
        if (volume.width() != null && !types.isWide(column)) {
            throw unfit(column, "`width`", "is for " + types.wide());
        }
        for (String bound : volume.range()) {
            if (sort == Sort.NUMBER ? Restriction.number(bound) == null : !isMoment(sort, bound)) {
                throw unfit(
                        column,
                        "`range`",
                        "is of numbers, or of times such as 2024-01-31 and 2024-01-31 10:00; it has `" + bound + "`");
            }
        }
    }

    private static boolean isMoment(Sort sort, String bound) {
        return sort == Sort.MOMENT && VolumeInstant.of(bound).isPresent();
    }

    private static UnfillableException unfit(SeedColumn column, String key, String why) {
        return new UnfillableException("column " + column.name() + " is of type "
                + column.type().sql() + ", and " + key + " in volume.yaml " + why);
    }
}
