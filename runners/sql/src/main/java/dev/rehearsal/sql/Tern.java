package dev.rehearsal.sql;

import dev.rehearsal.migration.Script;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Markers.Mark;
import dev.rehearsal.sql.NumberedFiles.Named;
import dev.rehearsal.sql.Traits.Booking;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file with {@code ---- create above / drop below ----} in its middle, as tern reads it. */
final class Tern extends MarkedFiles {
    private static final NumberedFiles FILES =
            new NumberedFiles(Pattern.compile("(\\d+)_(.+)\\.sql"), NumberedFiles.BY_NUMBER);

    private static final Markers MARKERS = new Markers(
            Pattern.compile("---- (create above / drop below) ----.*"),
            Pattern.compile("(?i)\\s*-{2,}\\s*(creat\\w*\\s*\\w*\\s*/\\s*dro\\w*\\s*\\w*)\\s*-*\\s*"),
            List.of("create above / drop below"));

    private static final Pattern NO_TRANSACTION = Pattern.compile("(?m)^---- tern: disable-tx ----$");

    private static final Traits TRAITS = new Traits(
            "tern",
            "001_users.sql, with ---- create above / drop below ---- in it,",
            Words.of("tern", "part below ---- create above / drop below ----")
                    .outside("---- tern: disable-tx ----")
                    .older("never runs the new one")
                    .words(),
            new PointerTable(new QualifiedName("public", "schema_version")),
            Booking.WITH,
            false,
            true);

    Tern() {
        super(TRAITS, FILES, MARKERS);
    }

    @Override
    public boolean fits(Folder folder) {
        return super.fits(folder) || (folder.has("tern.conf") && named(folder));
    }

    @Override
    public void read(Folder folder, Reading reading) {
        List<Named> all = files(folder, reading);
        for (int i = 0; i < all.size(); i++) {
            Named one = all.get(i);
            int due = i == 0 ? 1 : Integer.parseInt(all.get(i - 1).value()) + 1;
            if (Long.parseLong(one.value()) > due) {
                reading.notUnderstood(
                        one.file().name(),
                        0,
                        "tern counts without gaps: there is no migration " + due + ".",
                        "Number it " + due + ".");
            }
            read(one, reading);
        }
    }

    @Override
    void read(Named one, List<Mark> marks, Reading reading) {
        FileText file = one.file();
        int template = file.text().indexOf("{{");
        if (template >= 0) {
            reading.notUnderstood(
                    file.name(),
                    file.line(template),
                    "templates are not followed: {{ is for Go's, which tern runs before it sends the script.",
                    "Rehearse what tern makes of it.");
        }
        int end = file.text().length();
        int middle = marks.isEmpty() ? end : marks.get(0).line().start();
        Way forth = way(file.up(0, middle), reading);
        boolean back = !marks.isEmpty()
                && !file.text().substring(marks.get(0).line().next()).isBlank();
        @Nullable Way down = back ? way(file.down(marks.get(0).line().next(), end), reading) : null;
        reading.version(one.version(one.value(), forth, down));
    }

    private static Way way(Script script, Reading reading) {
        return NO_TRANSACTION.matcher(script.text()).find()
                ? reading.statements(script, false)
                : Way.whole(script, true);
    }
}
