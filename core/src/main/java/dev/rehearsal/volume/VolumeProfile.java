package dev.rehearsal.volume;

import dev.rehearsal.schema.QualifiedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many rows each table has and how its columns are distributed.
 *
 * @param seed everything random comes from it
 * @param defaultRows rows of a table that is not named
 * @param scale what all row counts are multiplied by
 * @param edges whether extreme values (empty, longest, smallest, infinity …) are strewn in
 * @param tables what was said of single tables, by name: with or without its schema
 * @param scripts hand-written SQL around the filling
 * @param production the row counts in production, by table name: with or without its schema; never scaled
 */
public record VolumeProfile(
        long seed,
        long defaultRows,
        double scale,
        boolean edges,
        Map<String, TableVolume> tables,
        SeedScripts scripts,
        Map<String, Long> production) {
    public VolumeProfile {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        production = Collections.unmodifiableMap(new LinkedHashMap<>(production));
    }

    /**
     * {@return a profile in which every table has this many rows}
     *
     * @param seed everything random comes from it
     * @param rows rows of every table
     */
    public static VolumeProfile uniform(long seed, long rows) {
        return new VolumeProfile(seed, rows, 1.0, true, Map.of(), SeedScripts.NONE, Map.of());
    }

    /**
     * {@return the same profile with all row counts multiplied}
     *
     * @param factor what to multiply by, in place of the present scale
     */
    public VolumeProfile scaled(double factor) {
        return new VolumeProfile(seed, defaultRows, factor, edges, tables, scripts, production);
    }

    /**
     * {@return the same profile from another seed}
     *
     * @param other the seed
     */
    public VolumeProfile seeded(long other) {
        return new VolumeProfile(other, defaultRows, scale, edges, tables, scripts, production);
    }

    /** {@return this profile, whose scripts have run already} */
    public VolumeProfile withoutScripts() {
        return new VolumeProfile(seed, defaultRows, scale, edges, tables, SeedScripts.NONE, production);
    }

    /**
     * {@return the same profile with another row count for tables that are not named}
     *
     * @param rows how many
     */
    public VolumeProfile withDefaultRows(long rows) {
        return new VolumeProfile(seed, rows, scale, edges, tables, scripts, production);
    }

    /**
     * {@return the same profile with more said of one table}
     *
     * @param table its name, with or without its schema
     * @param volume what is said
     */
    public VolumeProfile with(String table, TableVolume volume) {
        Map<String, TableVolume> more = new LinkedHashMap<>(tables);
        more.put(table, volume);
        return new VolumeProfile(seed, defaultRows, scale, edges, more, scripts, production);
    }

    /**
     * {@return how many rows a table is to have, scaled; null if it keeps its own, and how many these are is not said}
     *
     * @param table which
     */
    public @Nullable Long askedRowsOf(QualifiedName table) {
        TableVolume volume = volumeOf(table);
        RowCount rows = volume == null ? null : volume.rows();
        return rows != null && rows.own() ? null : Long.valueOf(rowsOf(table));
    }

    /**
     * {@return how many rows a table is to have, scaled; 0 if it keeps its own}
     *
     * @param table which
     */
    public long rowsOf(QualifiedName table) {
        return Math.round(unscaled(volumeOf(table), 0) * scale);
    }

    /**
     * {@return whether the profile itself says how many rows the table has, rather than the default}
     *
     * @param table which
     */
    public boolean names(QualifiedName table) {
        TableVolume volume = volumeOf(table);
        return volume != null && volume.rows() != null;
    }

    /**
     * {@return what was said of a column; {@link ColumnVolume#UNSAID} if nothing was}
     *
     * @param table its table
     * @param column its name
     */
    public ColumnVolume columnOf(QualifiedName table, String column) {
        TableVolume volume = volumeOf(table);
        return volume == null ? ColumnVolume.UNSAID : volume.columns().getOrDefault(column, ColumnVolume.UNSAID);
    }

    /**
     * {@return whether anything was said of what a column, or any column, of a table holds}
     *
     * @param table which
     * @param column its name; null for any
     */
    public boolean describes(QualifiedName table, @Nullable String column) {
        TableVolume volume = volumeOf(table);
        Set<String> columns = volume == null ? Set.of() : volume.columns().keySet();
        return column == null ? !columns.isEmpty() : columns.contains(column);
    }

    /**
     * {@return how many rows the table has in production; null if that was not said}
     *
     * @param table which
     */
    public @Nullable Long productionRowsOf(QualifiedName table) {
        Long rows = production.get(table.toString());
        rows = rows != null ? rows : production.get(table.schema() + "." + table.name());
        return rows != null ? rows : production.get(table.name());
    }

    private @Nullable TableVolume volumeOf(QualifiedName table) {
        TableVolume volume = tables.get(table.toString());
        if (volume == null) {
            volume = tables.get(table.schema() + "." + table.name());
        }
        return volume != null ? volume : tables.get(table.name());
    }

    private double unscaled(@Nullable TableVolume volume, int depth) {
        RowCount rows = volume == null ? null : volume.rows();
        if (rows == null) {
            return defaultRows;
        }
        String per = rows.per();
        if (per == null) {
            return rows.number();
        }
        if (depth > tables.size()) {
            throw new VolumeException("The row counts of volume.yaml go in a circle: " + rows + ". Give one a number.");
        }
        TableVolume other = TableNames.find(tables, per).orElse(null);
        RowCount others = other == null ? null : other.rows();
        if (others != null && others.own()) {
            throw new VolumeException("volume.yaml asks for `" + rows + "`, but how many rows " + per
                    + " has is not said: it is `own`. Give one of them a number.");
        }
        return rows.number() * unscaled(other, depth + 1);
    }
}
