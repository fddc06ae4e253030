package dev.rehearsal.postgres.seed;

import dev.rehearsal.volume.VolumeProfile;
import java.util.Collection;

/** What to write into volume.yaml when we do not know what a table wants. */
final class Remedy {
    private Remedy() {}

    static String forTable(SeedTable table, VolumeProfile profile) {
        return "Write its rows by hand in a script, `seed-sql: { before: seed.sql }`, or say what its columns hold in"
                + " volume.yaml: `" + table.name() + ": { rows: " + profile.rowsOf(table.name()) + ", columns: { "
                + table.columns().stream()
                        .filter(c -> c.generated() == null)
                        .map(SeedColumn::name)
                        .findFirst()
                        .orElse("column")
                + ": { sql: \"…\" } } }`, where n is the row's number. If it holds only what scripts insert: `"
                + table.name() + ": own`.";
    }

    static String forFew(SeedTable table, long rows) {
        return "If it holds what migrations insert and nothing else, say so in volume.yaml: `" + table.name()
                + ": own`. Or ask for fewer rows, `" + table.name() + ": " + rows
                + "`, give more rows to the tables that it points at, or say what its columns hold.";
    }

    static String forColumns(SeedTable table, Collection<String> columns) {
        String column = columns.iterator().next();
        return "Say in volume.yaml what it holds: `" + table.name() + ": { columns: { " + column
                + ": { sql: \"…\" } } }`, where n is the row's number; or that it stays empty: `" + column
                + ": { nulls: 1 }`.";
    }
}
