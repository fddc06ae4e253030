package dev.rehearsal.mariadb.profile;

import dev.rehearsal.mariadb.profile.StatisticsReader.Kept;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.DistinctCount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column.
 *
 * @param type the bare name of its type
 * @param required whether it refuses NULL
 * @param unique whether it alone is a key
 * @param foreign whether a foreign key holds it
 * @param kept what the server keeps of it; null if nothing
 * @param indexed how many values an index has found; null if there is none
 */
record ColumnNumbers(
        String type,
        boolean required,
        boolean unique,
        boolean foreign,
        @Nullable Kept kept,
        @Nullable Double indexed) {
    private static final Set<String> WIDE = Set.of(
            "varchar",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "varbinary",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob");
    private static final Set<String> RANGED = Set.of(
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "bigint",
            "decimal",
            "float",
            "double",
            "date",
            "datetime",
            "timestamp");
    private static final Pattern FINITE =
            Pattern.compile("-?[0-9]+(\\.[0-9]+)?|[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}( [0-9:.]+)?");
    /** So many of the rows' values are different that more rows would have more of them. */
    private static final double GROWING = 0.1;

    ColumnVolume volume(double rows) {
        Kept known = kept;
        Double nulls = required || known == null ? null : Double.valueOf(known.nulls());
        return new ColumnVolume(
                Map.of(),
                range(),
                null,
                nulls,
                unique ? null : distinct(rows),
                null,
                known == null || foreign || !WIDE.contains(type) || known.length() < 1
                        ? null
                        : Long.valueOf(Math.round(known.length())),
                null,
                null);
    }

    private List<String> range() {
        Kept known = kept;
        String least = known == null ? null : known.least();
        String most = known == null ? null : known.most();
        boolean told = least != null
                && most != null
                && !foreign
                && RANGED.contains(type)
                && FINITE.matcher(least).matches()
                && FINITE.matcher(most).matches();
        return told ? List.of(String.valueOf(least), String.valueOf(most)) : List.of();
    }

    private @Nullable DistinctCount distinct(double rows) {
        Kept known = kept;
        double filled = known == null ? rows : rows * (1 - known.nulls());
        double values = known != null && known.frequency() > 0
                ? filled / known.frequency()
                : indexed == null ? 0 : Math.min(indexed, rows);
        if (values < 1) {
            return null;
        }
        double share = values / rows;
        return share > GROWING
                ? new DistinctCount(Math.min(1, share), true)
                : new DistinctCount(Math.rint(values), false);
    }
}
