package dev.rehearsal.sql;

import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationId;
import dev.rehearsal.migration.WayBack;
import dev.rehearsal.sql.Traits.Booking;
import java.util.List;
import java.util.stream.Stream;

/**
 * The versions of a folder, and what they are to a reader.
 *
 * @param versions in the order in which the tool applies them
 * @param history the same as migrations
 */
record SqlHistory(List<Version> versions, MigrationHistory history) {
    static SqlHistory of(Folders.Found found, Scripts scripts) {
        Traits traits = found.layout().traits();
        LayoutFiles files = Reading.of(found.folder(), found.layout(), scripts);
        ScriptRun run = new ScriptRun(scripts, false);
        List<Migration> migrations = files.versions().stream()
                .map(version -> new Migration(
                        MigrationId.of(version.key()),
                        version.title(),
                        Migration.Kind.SQL,
                        version.up().script(),
                        WayBack.of(
                                version.down() == null ? null : version.down().script()),
                        run.transactions(version.up(), traits.booking() == Booking.TOGETHER),
                        traits.words()))
                .toList();
        return new SqlHistory(files.versions(), new MigrationHistory(migrations, List.of(), files.problems()));
    }

    Version version(Migration migration) {
        return versions.stream()
                .filter(version -> version.key().equals(migration.id().key()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No version " + migration.id()));
    }

    Stream<Way> ways() {
        return versions.stream().flatMap(Version::ways);
    }
}
