package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Lines.Line;
import dev.rehearsal.sql.Markers.Mark;
import dev.rehearsal.sql.NumberedFiles.Named;
import dev.rehearsal.sql.Traits.Booking;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file with {@code -- //@UNDO} in its middle, as MyBatis Migrations reads it. */
final class MyBatis implements Layout {
    private static final NumberedFiles FILES = new NumberedFiles(
            Pattern.compile("(\\d+(?:\\.\\d+)?)(.*)\\.sql"),
            NumberedFiles.BY_NUMBER,
            Set.of("bootstrap.sql", "onabort.sql"));

    private static final Pattern TITLE = Pattern.compile("\\s*--\\s*//.*");
    private static final Pattern SLASHES = Pattern.compile("(?m)^([\\t ]*)//");
    private static final Pattern DELIMITER = Pattern.compile("(?i)(?:--|//)\\s*(?://)?\\s*@DELIMITER\\s+(\\S+).*");

    private static final Markers MARKERS = new Markers(
            Pattern.compile("[\\t ]*(?:--|//)[\\t ]*//[\\t ]*@(UNDO).*"),
            Pattern.compile("(?i)\\s*-{2}\\s*(?://\\s*(@(?!DELIMITER)\\w+)|/?\\s*@UNDO).*"),
            List.of("@UNDO", "@DELIMITER"));

    private static final QualifiedName TABLE = new QualifiedName("public", "changelog");

    private static final Traits TRAITS = new Traits(
            "mybatis",
            "20260301120000_users.sql, with -- //@UNDO in it,",
            Words.of("MyBatis Migrations", "-- //@UNDO part")
                    .outside("auto_commit=true in its environment")
                    .older("never runs the new one")
                    .apart("Look whether a migration was applied before it is run again: MyBatis Migrations commits its"
                            + " history apart.")
                    .words(),
            RowTable.named(TABLE)
                    .written(
                            "INSERT INTO %s (id, applied_at, description) VALUES (CAST(? AS numeric),"
                                    + " to_char(now(), 'YYYY-MM-DD HH24:MI:SS'), ?)",
                            version -> List.of(version.key(), version.title()))
                    .keyed("CAST(id AS text)", Version::key),
            Booking.AFTER,
            true,
            true);

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.says(TITLE);
    }

    @Override
    public void read(Folder folder, Reading reading) {
        MyBatisEnvironment environment = MyBatisEnvironment.of(folder, reading);
        FILES.of(folder, reading).forEach(one -> read(one, environment, reading));
    }

    private static void read(Named one, MyBatisEnvironment environment, Reading reading) {
        FileText file = one.file().replaced(environment::replaced);
        List<Mark> marks = MARKERS.in(file, reading);
        int end = file.text().length();
        int middle = marks.isEmpty() ? end : marks.get(0).line().start();
        LineCut cut = new LineCut(file, environment, reading);
        Way forth = new Way(file.up(0, middle), cut.messages(0, middle, 0), true);
        @Nullable
        Way back = marks.isEmpty() ? null : new Way(file.down(middle, end), cut.messages(middle, end, middle), true);
        reading.version(one.version(one.value(), forth, back));
    }

    /** A statement ends on the line on which its delimiter is; what stands behind that is left out. */
    private static final class LineCut extends LinesCut {
        private String delimiter;

        LineCut(FileText file, MyBatisEnvironment environment, Reading reading) {
            super(file, reading);
            delimiter = environment.delimiter();
        }

        /** To MyBatis two slashes are a comment too. */
        @Override
        String sent(String statement) {
            return SLASHES.matcher(statement).replaceAll("$1--");
        }

        @Override
        Cut at(Line line) {
            if (line.begins("--") || line.begins("//")) {
                Matcher other = DELIMITER.matcher(line.text().strip());
                delimiter = other.matches() ? other.group(1) : delimiter;
                return Cut.COMMENT;
            }
            if (line.blank()) {
                return Cut.COMMENT;
            }
            int end = line.text().lastIndexOf(delimiter);
            return end < 0 ? Cut.GOES_ON : Cut.after(line.start() + end, line);
        }
    }
}
