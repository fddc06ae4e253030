package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.NumberedFiles.Named;
import dev.rehearsal.sql.Traits.Booking;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a folder with {@code atlas.sum}, as Atlas reads them. */
final class Atlas implements Layout {
    private static final NumberedFiles FILES =
            new NumberedFiles(Pattern.compile("([^_]+?)(?:_(.*))?\\.sql"), NumberedFiles.BY_NAME);

    /** In the comments at the head of a file. */
    private static final Pattern DIRECTIVE =
            Pattern.compile("\\A(?:(?:--|#).*\\R)*?--\\s*atlas:(delimiter|checkpoint|txmode)(?:\\s+(\\S+))?");

    private static final Traits TRAITS = new Traits(
            "atlas",
            "20260301120000_users.sql, beside atlas.sum,",
            Words.of("Atlas", "way back")
                    .outside("-- atlas:txmode none")
                    .edited("refuses to go on")
                    .older("refuses to go on")
                    .words(),
            new RevisionTable(new QualifiedName("atlas_schema_revisions", "atlas_schema_revisions")),
            Booking.WITH,
            true,
            true);

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.has("atlas.sum");
    }

    @Override
    public void read(Folder folder, Reading reading) {
        for (Named one : FILES.of(folder, reading)) {
            FileText file = one.file();
            Matcher directive = DIRECTIVE.matcher(file.text());
            boolean found = directive.lookingAt();
            if (found && !directive.group(1).equals("txmode")) {
                reading.notUnderstood(
                        file.name(),
                        file.line(directive.start(1)),
                        "atlas:" + directive.group(1) + " is not followed yet.",
                        "Rehearse it without.");
            }
            boolean none = found && "none".equals(directive.group(2));
            reading.version(one.version(one.number(), reading.statements(file.whole(), !none), null));
        }
    }
}
