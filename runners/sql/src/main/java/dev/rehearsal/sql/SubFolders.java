package dev.rehearsal.sql;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Folders of one folder, each a version.
 *
 * @param name how they are named; its groups are the version and the title
 * @param up the file that is the way up
 * @param down the file that is the way back
 */
record SubFolders(Pattern name, String up, String down) {
    void read(Folder folder, Reading reading, Ways ways) {
        for (String one : folder.folders()) {
            Matcher matcher = name.matcher(one);
            FileText written = reading.text(one + "/" + up).orElse(null);
            FileText back = reading.text(one + "/" + down).orElse(null);
            if (written == null) {
                reading.missing(one, up, back == null ? null : back.name());
            } else if (!matcher.matches()) {
                reading.unrecognised(one);
            } else {
                Way way = ways.of(one, written, reading);
                reading.version(new Version(
                        ways.key(matcher),
                        Objects.requireNonNullElse(matcher.group(2), "")
                                .replace('_', ' ')
                                .strip(),
                        way,
                        back == null ? null : ways.of(one, back, reading),
                        Version.Origin.of(written)));
            }
        }
    }

    /** How a tool takes what is in a folder. */
    interface Ways {
        /** {@return what is sent of a file} */
        Way of(String folder, FileText file, Reading reading);

        /** {@return the version, as the history keeps it} */
        default String key(Matcher name) {
            return name.group();
        }
    }

    /** {@return whether one of the folders of a folder holds the way up} */
    boolean in(Folder folder, @Nullable String beside, boolean there) {
        return folder.folders().stream()
                .anyMatch(one ->
                        folder.has(one + "/" + up) && (beside == null || folder.has(one + "/" + beside) == there));
    }
}
