package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationId;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.Transactions;
import dev.rehearsal.migration.WayBack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * What there is to run, in Flyway's order.
 *
 * @param versioned the versioned migrations that Flyway applies to an empty database
 * @param repeatables the repeatable ones
 * @param undos the undo scripts by version
 * @param callbacks the SQL callbacks
 * @param problems what is wrong with the files
 * @param ages which repeatables were there when a version was written
 */
record ScannedHistory(
        List<ScannedFile> versioned,
        List<ScannedFile> repeatables,
        Map<MigrationVersion, ScannedFile> undos,
        List<ScannedFile> callbacks,
        List<HistoryProblem> problems,
        RepeatableAges ages) {
    private static final Comparator<ScannedFile> BY_VERSION = Comparator.comparing(ScannedFile::versioned);

    static ScannedHistory of(MigrationScan scan, boolean namesValidated) {
        List<ScannedFile> onDisk = of(scan, Kind.VERSIONED);
        onDisk.sort(BY_VERSION);
        Map<MigrationVersion, ScannedFile> undos = new TreeMap<>();
        of(scan, Kind.UNDO).forEach(undo -> undos.putIfAbsent(undo.versioned(), undo));
        List<ScannedFile> repeatables = of(scan, Kind.REPEATABLE);
        repeatables.sort(Comparator.comparing(ScannedFile::description));
        return new ScannedHistory(
                applied(onDisk, of(scan, Kind.BASELINE)),
                repeatables,
                undos,
                of(scan, Kind.CALLBACK),
                HistoryCheck.of(scan, namesValidated),
                RepeatableAges.NONE);
    }

    private static List<ScannedFile> of(MigrationScan scan, Kind kind) {
        return new ArrayList<>(
                scan.files().stream().filter(file -> file.isOf(kind)).toList());
    }

    /** On an empty database the newest baseline script stands for everything up to its version. */
    private static List<ScannedFile> applied(List<ScannedFile> versioned, List<ScannedFile> baselines) {
        if (baselines.isEmpty()) {
            return versioned;
        }
        MigrationVersion newest =
                baselines.stream().max(BY_VERSION).orElseThrow().versioned();
        List<ScannedFile> applied = new ArrayList<>();
        baselines.stream().filter(file -> file.versioned().equals(newest)).forEach(applied::add);
        versioned.stream().filter(file -> file.versioned().isNewerThan(newest)).forEach(applied::add);
        return applied;
    }

    MigrationHistory history() {
        return new MigrationHistory(
                versioned.stream().map(this::migration).toList(),
                repeatables.stream().map(ScannedFile::script).toList(),
                problems);
    }

    private Migration migration(ScannedFile file) {
        return new Migration(
                MigrationId.of(file.versioned().toString()),
                file.description(),
                kind(file),
                file.script(),
                WayBack.of(undo(file)),
                Transactions.one(file.transactional()),
                FlywayWords.WORDS);
    }

    private static Migration.Kind kind(ScannedFile file) {
        if (file.isOf(Kind.BASELINE)) {
            return Migration.Kind.BASELINE;
        }
        return file.type() == null ? Migration.Kind.SQL : Migration.Kind.JAVA;
    }

    private @Nullable Script undo(ScannedFile file) {
        ScannedFile undo = file.isOf(Kind.BASELINE) ? null : undos.get(file.versioned());
        return undo == null ? null : undo.script();
    }

    /** {@return the file of a migration of this history} */
    ScannedFile file(Migration migration) {
        MigrationVersion version = MigrationVersion.fromVersion(migration.version());
        return versioned.stream()
                .filter(file -> file.versioned().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No migration of version " + migration.version()));
    }

    /** {@return this history with other repeatables} */
    ScannedHistory withRepeatables(List<ScannedFile> other) {
        return new ScannedHistory(versioned, other, undos, callbacks, problems, ages);
    }

    /** {@return this history of files in a repository} */
    ScannedHistory in(Path directory) {
        return new ScannedHistory(versioned, repeatables, undos, callbacks, problems, new RepeatableAges(directory));
    }

    /** {@return whether nothing is newer} */
    boolean isNewest(MigrationVersion version) {
        return versioned.stream().noneMatch(file -> file.versioned().isNewerThan(version));
    }
}
