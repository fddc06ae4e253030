package dev.rehearsal.sql;

import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationId;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.WayBack;
import dev.rehearsal.sql.LayoutFiles.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of a folder, and what they are to a reader.
 *
 * @param versions in the order in which the tool applies them
 * @param history the same as migrations
 */
record SqlHistory(List<Version> versions, MigrationHistory history) {
    static SqlHistory of(Folders.Found found, Scripts scripts) {
        LayoutFiles files = found.layout().read(found.files());
        List<Migration> migrations = files.versions().stream()
                .map(version -> new Migration(
                        MigrationId.of(version.shown()),
                        version.title(),
                        Migration.Kind.SQL,
                        version.up(),
                        WayBack.of(version.down()),
                        ScriptRun.transactions(scripts.parts(version.up().text())),
                        found.layout().words()))
                .toList();
        return new SqlHistory(files.versions(), new MigrationHistory(migrations, List.of(), files.problems()));
    }

    Version version(Migration migration) {
        return versions.stream()
                .filter(version -> version.shown().equals(migration.id().key()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No version " + migration.id()));
    }

    /** {@return the version before a number; {@link HistoryTable#NOTHING} if it is the first} */
    long before(long number) {
        return versions.stream()
                .mapToLong(Version::number)
                .filter(other -> other < number)
                .max()
                .orElse(HistoryTable.NOTHING);
    }

    List<Script> scripts() {
        List<Script> scripts = new ArrayList<>();
        for (Version version : versions) {
            scripts.add(version.up());
            if (version.down() != null) {
                scripts.add(version.down());
            }
        }
        return scripts;
    }
}
