package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Traits.Booking;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder with {@code up.sql} and {@code down.sql} for each version, as Hasura's command line reads it. */
final class Hasura extends FolderEach {
    private static final SubFolders FOLDERS = new SubFolders(Pattern.compile("(\\d+)(?:_(.*))?"), "up.sql", "down.sql");

    /** Where the newest versions keep it is a document in hdb_catalog.hdb_version; this is what the older ones made. */
    private static final Traits TRAITS = new Traits(
            "hasura",
            "1646834482402_users/up.sql",
            Words.of("Hasura", "down.sql").words(),
            RowTable.named(new QualifiedName("hdb_catalog", "schema_migrations"))
                    .made(
                            "CREATE SCHEMA IF NOT EXISTS hdb_catalog",
                            "CREATE TABLE %s (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)")
                    .written(
                            "INSERT INTO %s (version, dirty) VALUES (CAST(? AS bigint), false)",
                            version -> List.of(version.key()))
                    .keyed("CAST(version AS text)", Version::key),
            Booking.AFTER,
            false,
            false);

    Hasura() {
        super(TRAITS, FOLDERS);
    }

    @Override
    public boolean fits(Folder folder) {
        return folders().in(folder, null, true) && project(folder);
    }

    static boolean project(Folder folder) {
        return folder.project("config.yaml", "endpoint") || folder.project("config.yaml", "metadata_directory");
    }

    @Override
    public Way of(String folder, FileText file, Reading reading) {
        return Way.whole(file.whole(), true);
    }

    @Override
    public String key(Matcher name) {
        return name.group(1);
    }
}
