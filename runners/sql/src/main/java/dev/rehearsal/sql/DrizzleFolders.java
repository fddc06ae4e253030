package dev.rehearsal.sql;

import dev.rehearsal.sql.Traits.Booking;
import java.util.regex.Pattern;

/** A folder with {@code migration.sql} and {@code snapshot.json} for each version, as the newest Drizzle writes it. */
final class DrizzleFolders implements Layout {
    private static final SubFolders FOLDERS = new SubFolders(Pattern.compile("([0-9]+)_(.*)"), "migration.sql", "");

    private static final Traits TRAITS = new Traits(
            "drizzle-folders",
            "20260301120000_users/migration.sql beside snapshot.json",
            DrizzleJournal.WORDS,
            DrizzleJournal.table(Version::key),
            Booking.TOGETHER,
            true,
            false);

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public boolean fits(Folder folder) {
        return FOLDERS.in(folder, "snapshot.json", true) && !folder.has("migration_lock.toml");
    }

    @Override
    public void read(Folder folder, Reading reading) {
        FOLDERS.read(folder, reading, (one, file) -> DrizzleJournal.way(file));
    }
}
