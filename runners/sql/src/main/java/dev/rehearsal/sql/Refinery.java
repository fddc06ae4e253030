package dev.rehearsal.sql;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.HistoryProblem.Kind;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.NumberedFiles.Named;
import dev.rehearsal.sql.Traits.Booking;
import java.util.List;
import java.util.regex.Pattern;

/** {@code V1__users.sql} and {@code U2__roles.sql}, as refinery reads them: both are ways up. */
final class Refinery implements Layout {
    private static final NumberedFiles FILES =
            new NumberedFiles(Pattern.compile("[UV](\\d+(?:\\.\\d+)?)__(\\w+)\\.sql"), NumberedFiles.BY_NUMBER);

    private static final Traits TRAITS = new Traits(
            "refinery",
            "V1__users.sql",
            Words.of("refinery", "way back")
                    .outside("by no means: refinery wraps each script in a transaction")
                    .edited("refuses to go on")
                    .older("refuses to go on")
                    .apart("Let refinery run what is pending in one transaction (set_grouped), with its history.")
                    .words(),
            RowTable.named(new QualifiedName("public", "refinery_schema_history"))
                    .made("CREATE TABLE IF NOT EXISTS %s (version int4 PRIMARY KEY, name varchar(255),"
                            + " applied_on varchar(255), checksum varchar(255))")
                    .written(
                            "INSERT INTO %s (version, name, applied_on, checksum)"
                                    + " VALUES (CAST(? AS int4), ?, CAST(now() AS text), '0')",
                            version -> List.of(version.key(), version.title()))
                    .keyed("CAST(version AS text)", Version::key),
            Booking.AFTER,
            false,
            true);

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.named(FILES.name()) && folder.project("Cargo.toml", "refinery");
    }

    @Override
    public void read(Folder folder, Reading reading) {
        for (Named one : FILES.of(folder, reading)) {
            String name = one.file().name();
            if (name.startsWith("U")) {
                reading.problem(new HistoryProblem(
                        Kind.PASSED_OVER,
                        name + " is no way back: to refinery U is unversioned, and it runs the file forward, like one"
                                + " that begins with V.",
                        "Nothing, if that is what it is for; refinery has no way back.",
                        name));
            }
            reading.version(one.version(one.value(), Way.whole(one.file().whole(), true), null));
        }
    }
}
