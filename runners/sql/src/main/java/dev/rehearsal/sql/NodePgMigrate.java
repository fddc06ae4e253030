package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Markers.Mark;
import dev.rehearsal.sql.NumberedFiles.Named;
import dev.rehearsal.sql.Traits.Booking;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One file with {@code -- Up Migration} and {@code -- Down Migration}, as node-pg-migrate reads it. */
final class NodePgMigrate extends MarkedFiles {
    private static final Pattern DIGITS = Pattern.compile("\\D.*");
    private static final NumberedFiles FILES = new NumberedFiles(
            Pattern.compile("(\\d+[-_]?(.*))\\.sql"),
            Comparator.comparing((Named one) ->
                            new BigInteger(DIGITS.matcher(one.number()).replaceFirst("")))
                    .thenComparing(Named::number));

    private static final Markers MARKERS = new Markers(
            Pattern.compile("(?i)\\s*--[\\s-]*(up|down)\\s+migration.*"),
            Pattern.compile("(?i)\\s*--[\\s-]*((?:up+|uup|pu|ups|down+|dow|dwon|donw|don|own|doen|downs)"
                    + "(?:\\s+|-|_)(?:migration|migraton|migratoin|migrations)|(?:up|down)\\s+migrat\\w+)\\b.*"),
            List.of("Up Migration", "Down Migration"));

    private static final Traits TRAITS = new Traits(
            "node-pg-migrate",
            "1700000000000_users.sql, with -- Up Migration and -- Down Migration in it,",
            Words.of("node-pg-migrate", "-- Down Migration")
                    .outside("a migration in JavaScript that calls pgm.noTransaction()")
                    .older("refuses to go on")
                    .words(),
            RowTable.named(new QualifiedName("public", "pgmigrations"))
                    .with(new QualifiedName("public", "pgmigrations_id_seq"))
                    .made("CREATE TABLE %s (id serial PRIMARY KEY, name varchar(255) NOT NULL,"
                            + " run_on timestamp NOT NULL)")
                    .written("INSERT INTO %s (name, run_on) VALUES (?, now())", version -> List.of(version.key()))
                    .keyed("name", Version::key),
            Booking.TOGETHER,
            false,
            true);

    NodePgMigrate() {
        super(TRAITS, FILES, MARKERS);
    }

    @Override
    void read(Named one, List<Mark> marks, Reading reading) {
        FileText file = one.file();
        Optional<Mark> up = Markers.first(marks, "up");
        Optional<Mark> down = Markers.first(marks, "down");
        int end = file.text().length();
        if (down.isEmpty()) {
            reading.version(one.version(one.number(), Way.whole(file.up(0, end), true), null));
        } else if (up.isEmpty() || up.get().line().start() > down.get().line().start()) {
            reading.notUnderstood(
                    file.name(),
                    file.line(down.get().line().start()),
                    "there is no -- Up Migration before it: node-pg-migrate would run the way back as part of the way up.",
                    "Write -- Up Migration before the way up.");
        } else {
            int middle = down.get().line().start();
            Way forth = Way.whole(file.up(0, middle), true);
            reading.version(one.version(one.number(), forth, Way.whole(file.down(middle, end), true)));
        }
    }
}
