package dev.rehearsal.sql;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a folder are.
 *
 * @param versions in the order in which the tool applies them
 * @param problems what is wrong with the files
 */
record LayoutFiles(List<Version> versions, List<HistoryProblem> problems) {
    LayoutFiles {
        versions = List.copyOf(versions);
        problems = List.copyOf(problems);
    }

    /**
     * One version.
     *
     * @param number as the tool's history keeps it
     * @param title from the file's name
     * @param up its way up
     * @param down its way back; null if there is none
     */
    record Version(
            long number, String title, Script up, @Nullable Script down) {
        String shown() {
            return Long.toString(number);
        }
    }
}
