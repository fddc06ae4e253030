package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Lines.Line;
import dev.rehearsal.sql.Markers.Mark;
import dev.rehearsal.sql.NumberedFiles.Named;
import dev.rehearsal.sql.Traits.Booking;
import dev.rehearsal.sql.Way.Message;
import java.util.List;
import java.util.regex.Pattern;

/** One file with {@code -- migrate:up} and {@code -- migrate:down}, as dbmate reads it. */
final class Dbmate extends MarkedFiles {
    private static final NumberedFiles FILES =
            new NumberedFiles(Pattern.compile("(\\d+)(.*)\\.sql"), NumberedFiles.BY_NAME);

    private static final Markers MARKERS = new Markers(
            Pattern.compile("--\\s*migrate:(up|down)(?:\\s.*)?"),
            Pattern.compile("\\s*-+\\s*(migrate\\s*:\\s*\\S+|migrate\\s+(?:up|down)|[a-z]{4,9}:(?:up|down))(?:\\s.*)?"),
            List.of("migrate:up", "migrate:down"));

    private static final Pattern NO_TRANSACTION = Pattern.compile(".*\\stransaction:false(?:\\s.*)?");

    private static final Traits TRAITS = new Traits(
            "dbmate",
            "20260301_users.sql, with -- migrate:up and -- migrate:down in it,",
            Words.of("dbmate", "migrate:down block")
                    .outside("transaction:false behind its -- migrate:up")
                    .words(),
            RowTable.named(new QualifiedName("public", "schema_migrations"))
                    .made("CREATE TABLE IF NOT EXISTS %s (version varchar PRIMARY KEY)")
                    .written("INSERT INTO %s (version) VALUES (?)", version -> List.of(version.key()))
                    .keyed("version", Version::key),
            Booking.WITH,
            false,
            true);

    Dbmate() {
        super(TRAITS, FILES, MARKERS);
    }

    @Override
    void read(Named one, List<Mark> marks, Reading reading) {
        FileText file = one.file();
        if (wrong(file, marks, reading)) {
            return;
        }
        Line up = marks.get(0).line();
        Line down = marks.get(1).line();
        int end = file.text().length();
        Message there = new Message(up.start(), file.text().substring(up.start(), down.start()));
        Way forth = new Way(file.up(0, down.start()), List.of(there), transaction(up));
        Way back = Way.whole(file.down(down.start(), end), transaction(down));
        reading.version(one.version(one.number(), forth, back));
    }

    private static boolean transaction(Line marker) {
        return !NO_TRANSACTION.matcher(marker.text()).matches();
    }

    private static boolean wrong(FileText file, List<Mark> marks, Reading reading) {
        List<String> words = marks.stream().map(Mark::word).toList();
        if (words.equals(List.of("up", "down"))) {
            Line before = Lines.of(file.text(), 0, marks.get(0).line().start()).stream()
                    .filter(line -> !line.blank() && !line.begins("--"))
                    .findFirst()
                    .orElse(null);
            if (before != null) {
                reading.notUnderstood(
                        file.name(),
                        file.line(before.start()),
                        "dbmate wants no statement before -- migrate:up.",
                        "Put it behind -- migrate:up.");
            }
            return before != null;
        }
        String what = !words.contains("up")
                ? "there is no -- migrate:up, without which dbmate refuses the file."
                : !words.contains("down")
                        ? "there is no -- migrate:down, without which dbmate refuses the file."
                        : words.get(0).equals("down")
                                ? "dbmate wants -- migrate:up before -- migrate:down."
                                : "several blocks of -- migrate:up in one file are not rehearsed yet.";
        reading.notUnderstood(
                file.name(), 0, what, "Let it hold one -- migrate:up, and one -- migrate:down behind it.");
        return true;
    }
}
