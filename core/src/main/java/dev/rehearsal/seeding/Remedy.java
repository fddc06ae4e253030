package dev.rehearsal.seeding;

import dev.rehearsal.volume.VolumeProfile;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to paste into volume.yaml when we do not know what a table wants. */
final class Remedy {
    private static final int FEW = 4;

    private Remedy() {}

    static String forTable(SeedTable table, VolumeProfile profile) {
        return "Paste into volume.yaml what its columns hold, where n is the row's number: `tables: { " + table.name()
                + ": { rows: " + profile.rowsOf(table.name()) + ", columns: { " + columns(table)
                + " } } }`. If it holds only what scripts insert: `tables: { " + table.name()
                + ": own }`. Or write its rows by hand in a script: `seed-sql: { before: seed.sql }`.";
    }

    static String forFew(SeedTable table, long rows) {
        return "If it holds what migrations insert and nothing else, say so in volume.yaml: `tables: { " + table.name()
                + ": own }`. Or ask for fewer rows, `tables: { " + table.name() + ": " + rows
                + " }`, give more rows to the tables that it points at, or say what its columns hold.";
    }

    static String forColumns(SeedTable table, Collection<String> columns) {
        String column = columns.iterator().next();
        String sample = table.column(column).map(found -> found.type().sample()).orElse("n");
        return "Paste into volume.yaml what it holds, where n is the row's number: `tables: { " + table.name()
                + ": { columns: { " + column + ": { sql: \"" + sample
                + "\" } } } }`; or that it stays empty: `tables: { "
                + table.name() + ": { columns: { " + column + ": { nulls: 1 } } } }`.";
    }

    /** Those that a CHECK speaks of; else the first. */
    private static String columns(SeedTable table) {
        List<SeedColumn> own =
                table.columns().stream().filter(c -> c.generated() == null).toList();
        List<SeedColumn> checked = own.stream()
                .filter(column -> column.type().checksItself()
                        || table.checks().stream().anyMatch(check -> mentions(check, column.name())))
                .limit(FEW)
                .toList();
        return (checked.isEmpty() ? own.stream().limit(1).toList() : checked)
                .stream()
                        .map(column ->
                                column.name() + ": { sql: \"" + column.type().sample() + "\" }")
                        .collect(Collectors.joining(", "));
    }

    private static boolean mentions(String check, String column) {
        return Pattern.compile("(?<![\\w])" + Pattern.quote(column) + "(?![\\w])")
                .matcher(check)
                .find();
    }
}
