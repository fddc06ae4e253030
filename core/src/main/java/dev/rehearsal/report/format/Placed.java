package dev.rehearsal.report.format;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A finding, and of which migration it is.
 *
 * @param finding the finding
 * @param migration its migration; null if it belongs to the history as a whole
 */
public record Placed(Finding finding, @Nullable MigrationResult migration) {
    /** {@return where: {@code V3__a.sql:2}; the migration, where the finding names no file; empty if it has neither} */
    public String place() {
        String file = finding.file();
        if (file == null) {
            return migration == null
                    ? ""
                    : migration.facts().migration().script().name();
        }
        return file + (finding.line() > 0 ? ":" + finding.line() : "");
    }

    /** {@return a text of the finding without what is its own migration's: it reads the same for each} */
    String anywhere(String text) {
        if (migration == null) {
            return text;
        }
        Migration own = migration.facts().migration();
        Script undo = own.undo();
        String scripts = text.replace(own.script().name(), "its script");
        return (undo == null ? scripts : scripts.replace(undo.name(), "its way back"))
                .replaceAll("\\bversion " + Pattern.quote(own.version()) + "(?![\\w.]*\\w)", "its version");
    }
}
