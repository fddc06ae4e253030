package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Traits.Booking;
import java.util.regex.Pattern;

/** A folder with {@code migration.sql} for each version, as Prisma reads it, and {@code down.sql}, if somebody wrote one. */
final class Prisma extends FolderEach {
    private static final SubFolders FOLDERS =
            new SubFolders(Pattern.compile("([0-9]+)?_?(.*)"), "migration.sql", "down.sql");

    private static final Traits TRAITS = new Traits(
            "prisma",
            "20260301120000_users/migration.sql",
            Words.of("Prisma", "down.sql")
                    .outside("alone in its file")
                    .apart("See whether the migration was applied before you resolve it: Prisma commits its history"
                            + " apart.")
                    .words(),
            new StartedTable(new QualifiedName("public", "_prisma_migrations")),
            Booking.AFTER,
            false,
            true);

    Prisma() {
        super(TRAITS, FOLDERS);
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.has("migration_lock.toml") || folders().in(folder, "snapshot.json", false);
    }

    @Override
    public Way of(String folder, FileText file, Reading reading) {
        return Way.whole(file.whole(), false);
    }
}
