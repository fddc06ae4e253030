package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.PairFiles.Name;
import dev.rehearsal.sql.Traits.Booking;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 1_users.up.sql} and {@code 1_users.down.sql}, or {@code 1_users.sql}, as sqlx reads them. */
final class Sqlx implements Layout {
    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*?)(\\.up|\\.down)?\\.sql");
    private static final String NO_TRANSACTION = "-- no-transaction";

    private static final HistoryTable TABLE = RowTable.named(new QualifiedName("public", "_sqlx_migrations"))
            .made("CREATE TABLE IF NOT EXISTS %s (version bigint PRIMARY KEY, description text NOT NULL,"
                    + " installed_on timestamptz NOT NULL DEFAULT now(), success boolean NOT NULL,"
                    + " checksum bytea NOT NULL, execution_time bigint NOT NULL)")
            .written(
                    "INSERT INTO %s (version, description, success, checksum, execution_time)"
                            + " VALUES (CAST(? AS bigint), ?, true, decode(?, 'hex'), -1)",
                    version -> List.of(
                            version.key(),
                            version.title(),
                            Checksums.hex("SHA-384", version.origin().text())))
            .keyed("CAST(version AS text)", Version::key);

    private static final Traits TRAITS = new Traits(
            "sqlx",
            "1_users.up.sql and 1_users.down.sql, or 1_users.sql,",
            Words.of("sqlx", "down file")
                    .outside("first line " + NO_TRANSACTION)
                    .edited("refuses to go on")
                    .words(),
            TABLE,
            Booking.WITH,
            false,
            true);

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.project("Cargo.toml", "sqlx") && folder.named(NAME);
    }

    @Override
    public void read(Folder folder, Reading reading) {
        PairFiles pairs = new PairFiles(
                reading, file -> Way.whole(file.whole(), !file.text().startsWith(NO_TRANSACTION)));
        folder.sql().forEach(file -> pairs.add(file, named(file)));
        pairs.tell();
    }

    private static Optional<Name> named(String file) {
        Matcher matcher = NAME.matcher(file);
        try {
            return matcher.matches()
                    ? Optional.of(new Name(
                            Long.parseLong(matcher.group(1)), matcher.group(2), !".down".equals(matcher.group(3))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
