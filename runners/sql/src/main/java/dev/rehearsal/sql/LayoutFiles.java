package dev.rehearsal.sql;

import dev.rehearsal.migration.HistoryProblem;
import java.util.List;

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
}
