package dev.rehearsal;

import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Inspector.Inspected;
import dev.rehearsal.profile.TableStatistics;
import dev.rehearsal.profile.VolumeText;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The profiling of a real database: its own statistics are read, none of its tables, and a volume file is written.
 *
 * @param project whose database it is
 * @param clock tells when it was
 */
public record DatabaseProfile(RehearsalProject project, Clock clock) {
    private static final long MANY = 10_000_000;

    /**
     * What was written.
     *
     * @param file the volume file
     * @param tables how many tables it names
     * @param rows how many rows they are to be filled with in all
     * @param warnings what could not be profiled, and what to mind; one sentence each
     */
    public record Written(Path file, int tables, long rows, List<String> warnings) {
        public Written {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads the statistics and writes the volume file.
     *
     * @return what was written
     * @throws IOException if it cannot be written
     * @throws DatabaseUnavailableException if the database does not answer, or would not be read only
     * @throws InvalidSettingException if no database is named, or the file is there already
     */
    public Written write() throws IOException {
        Path file = project.volumePath();
        if (Files.exists(file) && !project.settings().isOn(Key.PROFILE_OVERWRITE)) {
            throw new InvalidSettingException(file + " is there already, and nothing is merged into it. Write"
                    + " -Drehearsal.profile.overwrite=true to replace it, or -Drehearsal.volume=another.yaml.");
        }
        double scale = project.settings().factor(Key.PROFILE_SCALE).orElse(1.0);
        InspectedDatabase database = new InspectedDatabase(project, "profiled", Instrument.STATISTICS);
        Inspected inspected = database.open();
        String server = database.server(inspected);
        List<TableStatistics> tables = statistics(database, inspected);
        VolumeText text = new VolumeText(origin(database.shown(), database.product() + " " + server, scale), scale);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text.of(tables));
        long rows = text.rows(tables);
        return new Written(file, tables.size(), rows, warnings(tables, rows));
    }

    private List<TableStatistics> statistics(InspectedDatabase database, Inspected inspected) {
        try {
            return inspected.statistics(
                    project.runner().ownTables(), project.settings().isOn(Key.PROFILE_BOUNDS));
        } catch (SQLException e) {
            throw database.unavailable(e);
        }
    }

    private List<String> origin(String database, String server, double scale) {
        return List.of(
                "Written by rehearsal:profile on " + LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                        + " from the statistics of " + database + ", " + server + ".",
                "No table of it was read. Rows are estimates of the server's" + (scale == 1 ? "" : ", times " + scale)
                        + "; -Drehearsal.scale=0.1 seeds a tenth of them.");
    }

    private static List<String> warnings(List<TableStatistics> tables, long rows) {
        List<String> warnings = new ArrayList<>();
        if (tables.isEmpty()) {
            warnings.add("No table is there.");
        }
        for (TableStatistics table : tables) {
            if (!table.remark().isEmpty()) {
                warnings.add(table.table() + ": " + table.remark());
            }
            boolean whole = table.remark().contains("columns not profiled");
            table.columns().stream()
                    .filter(column -> !whole && !column.remark().isEmpty())
                    .forEach(column -> warnings.add(table.table() + "." + column.name() + ": " + column.remark()));
        }
        if (rows > MANY) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "A rehearsal would fill %,d rows: -Drehearsal.profile.scale=0.01 writes a hundredth, "
                            + "-Drehearsal.scale=0.01 seeds a hundredth. Findings are judged by production's rows either way.",
                    rows));
        }
        return warnings;
    }
}
