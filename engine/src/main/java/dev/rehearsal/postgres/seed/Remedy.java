package dev.rehearsal.postgres.seed;

import dev.rehearsal.volume.VolumeProfile;
import java.util.Collection;

/** What to write into volume.yaml when we do not know what a table wants. */
final class Remedy {
    private Remedy() {}

    static String forTable(Table table, VolumeProfile profile) {
        return "Write its rows by hand in a script, `seed-sql: { before: seed.sql }`, or say what its columns hold in"
                + " volume.yaml: `" + table.name() + ": { rows: " + profile.rowsOf(table.name()) + ", columns: { "
                + table.columns().stream()
                        .filter(c -> c.generated() == null)
                        .map(Column::name)
                        .findFirst()
                        .orElse("column")
                + ": { sql: \"…\" } } }`, where n is the row's number.";
    }

    static String forColumns(Table table, Collection<String> columns) {
        String column = columns.iterator().next();
        return "Say in volume.yaml what it holds: `" + table.name() + ": { columns: { " + column
                + ": { sql: \"…\" } } }`, where n is the row's number; or that it stays empty: `" + column
                + ": { nulls: 1 }`.";
    }
}
