package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Lines.Line;
import dev.rehearsal.sql.NumberedFiles.Named;
import dev.rehearsal.sql.Traits.Booking;
import dev.rehearsal.sql.Version.Origin;
import dev.rehearsal.sql.Way.Message;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The committed files that begin with {@code --! Previous:}, as graphile-migrate reads them. */
final class GraphileMigrate implements Layout {
    private static final NumberedFiles FILES =
            new NumberedFiles(Pattern.compile("([0-9]+)(?:-([-_a-zA-Z0-9]*))?\\.sql"), NumberedFiles.BY_NUMBER);

    private static final Pattern HEADER = Pattern.compile("--! [A-Z][a-zA-Z0-9_]*(?::.*)?");
    private static final Pattern HEAD = Pattern.compile("(?m)^--! (Previous|Hash): *(\\S+)$");
    private static final Pattern NO_TRANSACTION = Pattern.compile("\\s*--!\\s*no-transaction\\b");
    private static final Pattern NOT_FOLLOWED = Pattern.compile(":DATABASE_(?:NAME|OWNER)\\b");
    private static final QualifiedName TABLE = new QualifiedName("graphile_migrate", "migrations");

    private static final Traits TRAITS = new Traits(
            "graphile-migrate",
            "committed/000001-users.sql, with --! Previous: and --! Hash:,",
            Words.of("graphile-migrate", "way back")
                    .outside("--! no-transaction on its first line")
                    .edited("refuses to go on")
                    .older("never runs the new one")
                    .words(),
            RowTable.named(TABLE)
                    .made(
                            "CREATE SCHEMA IF NOT EXISTS graphile_migrate",
                            "CREATE TABLE IF NOT EXISTS %s (hash text PRIMARY KEY,"
                                    + " previous_hash text REFERENCES %s, filename text NOT NULL,"
                                    + " date timestamptz NOT NULL DEFAULT now())")
                    .written(
                            "INSERT INTO %s (hash, previous_hash, filename) VALUES (?, NULLIF(?, '-'), ?)",
                            version ->
                                    List.of(head(version, "Hash"), head(version, "Previous"), version.key() + ".sql"))
                    .keyed("filename", version -> version.key() + ".sql"),
            Booking.WITH,
            false,
            true);

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.says(Pattern.compile("--! Previous:.*"));
    }

    @Override
    public void read(Folder folder, Reading reading) {
        FILES.of(folder, reading).forEach(one -> read(one, reading));
    }

    private static void read(Named one, Reading reading) {
        FileText file = one.file();
        int body = 0;
        for (Line line : Lines.of(file.text(), 0, file.text().length())) {
            if (!HEADER.matcher(line.text()).matches()) {
                break;
            }
            body = line.next();
        }
        Version version = one.version(one.number(), way(file, body), null);
        if (head(version, "Hash").isEmpty() || head(version, "Previous").isEmpty()) {
            reading.notUnderstood(
                    file.name(),
                    1,
                    "it does not begin with --! Previous: and --! Hash:, without which graphile-migrate refuses it.",
                    "Let graphile-migrate commit it.");
        }
        Matcher placeholder = NOT_FOLLOWED.matcher(file.text());
        if (placeholder.find()) {
            reading.notUnderstood(
                    file.name(),
                    file.line(placeholder.start()),
                    placeholder.group() + " is not followed yet.",
                    "Write what it stands for.");
        }
        reading.version(version);
    }

    private static Way way(FileText file, int body) {
        String text = file.text().substring(body);
        boolean none = NO_TRANSACTION.matcher(text).lookingAt();
        return new Way(file.whole(), List.of(new Message(body, text)), !none);
    }

    private static String head(Version version, String name) {
        Origin origin = version.origin();
        Matcher head = HEAD.matcher(origin.text());
        while (head.find()) {
            if (head.group(1).equals(name)) {
                return head.group(2);
            }
        }
        return "";
    }
}
