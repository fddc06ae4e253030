package dev.rehearsal.report.html;

import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that differs.
 *
 * @param title which, and how
 * @param before its definition before; empty if it was not there
 * @param after its definition after; empty if it is not there
 */
public record DifferencePart(String title, String before, String after) {
    private static final int LONGEST = 4_000;

    static List<DifferencePart> of(@Nullable SchemaCheck check, String moment) {
        return Facts.differences(check).stream().map(d -> of(d, moment)).toList();
    }

    private static DifferencePart of(SchemaDifference d, String moment) {
        return new DifferencePart(Plain.line(Facts.difference(d, moment)), text(d.before()), text(d.after()));
    }

    private static String text(@Nullable String definition) {
        return definition == null ? "" : String.join("\n", Plain.lines(Plain.shorten(definition, LONGEST)));
    }
}
