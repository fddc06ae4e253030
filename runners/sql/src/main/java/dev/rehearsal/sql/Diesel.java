package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Traits.Booking;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder with {@code up.sql} and {@code down.sql} for each version, as diesel reads it. */
final class Diesel extends FolderEach {
    private static final SubFolders FOLDERS =
            new SubFolders(Pattern.compile("([0-9-]+)(?:_(.*))?"), "up.sql", "down.sql");
    private static final Pattern IN_TRANSACTION = Pattern.compile("(?m)^\\s*run_in_transaction\\s*=\\s*true\\b");

    private static final Traits TRAITS = new Traits(
            "diesel",
            "2026-03-01-120000_users/up.sql",
            Words.of("diesel", "down.sql")
                    .outside("run_in_transaction = false in metadata.toml, alone in its file")
                    .words(),
            RowTable.named(new QualifiedName("public", "__diesel_schema_migrations"))
                    .made("CREATE TABLE IF NOT EXISTS %s (version varchar(50) PRIMARY KEY NOT NULL,"
                            + " run_on timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP)")
                    .written("INSERT INTO %s (version) VALUES (?)", version -> List.of(version.key()))
                    .keyed("version", Version::key),
            Booking.WITH,
            false,
            true);

    Diesel() {
        super(TRAITS, FOLDERS);
    }

    @Override
    public boolean fits(Folder folder) {
        return folders().in(folder, null, true) && !Hasura.project(folder);
    }

    @Override
    public Way of(String folder, FileText file, Reading reading) {
        if (file.text().isEmpty()) {
            reading.notUnderstood(
                    file.name(), 0, "it is empty, which diesel refuses.", "Write a comment that says why.");
        }
        // a file of settings that says nothing of it turns it off
        boolean transaction = reading.text(folder + "/metadata.toml")
                .map(settings -> IN_TRANSACTION.matcher(settings.text()).find())
                .orElse(true);
        return Way.whole(file.whole(), transaction);
    }

    @Override
    public String key(Matcher name) {
        return name.group(1).replace("-", "");
    }
}
