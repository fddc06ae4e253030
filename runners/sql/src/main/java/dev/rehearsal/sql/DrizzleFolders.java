package dev.rehearsal.sql;

import dev.rehearsal.sql.Traits.Booking;
import java.util.regex.Pattern;

/** A folder with {@code migration.sql} and {@code snapshot.json} for each version, as the newest Drizzle writes it. */
final class DrizzleFolders extends FolderEach {
    private static final SubFolders FOLDERS = new SubFolders(Pattern.compile("([0-9]+)_(.*)"), "migration.sql", "");

    private static final Traits TRAITS = new Traits(
            "drizzle-folders",
            "20260301120000_users/migration.sql beside snapshot.json",
            DrizzleJournal.WORDS,
            DrizzleJournal.table(Version::key),
            Booking.TOGETHER,
            true,
            false);

    DrizzleFolders() {
        super(TRAITS, FOLDERS);
    }

    @Override
    public boolean fits(Folder folder) {
        return folders().in(folder, "snapshot.json", true) && !folder.has("migration_lock.toml");
    }

    @Override
    public Way of(String folder, FileText file, Reading reading) {
        return DrizzleJournal.way(file);
    }
}
