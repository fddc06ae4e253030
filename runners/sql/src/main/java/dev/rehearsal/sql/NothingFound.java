package dev.rehearsal.sql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what was looked for where nobody's migrations were found, and what was nearly some.
 *
 * @param layouts that were looked for
 * @param places where
 * @param folders those of them that there are
 */
record NothingFound(List<Layout> layouts, List<String> places, List<Folder> folders) {
    private static final int NAMED = 3;
    private static final String GUIDE = "docs/guide/runners.md#folders-of-plain-sql";

    String words() {
        return what() + " in " + some(places, "usual folders") + near();
    }

    private String what() {
        if (layouts.size() == 1) {
            Traits only = layouts.get(0).traits();
            return "files named like " + only.naming() + " as " + only.tool() + " reads them,";
        }
        List<String> tools = layouts.stream()
                .map(layout -> layout.traits().tool())
                .distinct()
                .toList();
        return "a folder of SQL files as " + some(tools, "tools") + " read them (how they are named: " + GUIDE + ")";
    }

    private static String some(List<String> all, String what) {
        return all.size() <= NAMED + 1
                ? String.join(", ", all)
                : all.stream().limit(NAMED).collect(Collectors.joining(", ")) + " and " + (all.size() - NAMED)
                        + " other " + what;
    }

    /** Files of SQL that nobody reads may be meant. */
    private String near() {
        String near = folders.stream()
                .filter(folder -> !folder.sql().isEmpty())
                .map(NothingFound::holds)
                .collect(Collectors.joining("; "));
        return near.isEmpty()
                ? ""
                : ". Near it comes " + near + ": none is named, or marked inside, as a tool wants it";
    }

    private static String holds(Folder folder) {
        List<String> files = folder.sql();
        String more = files.size() == 1 ? "" : " and " + (files.size() - 1) + " more";
        return folder.root().relativize(folder.path()) + " with " + files.get(0) + more;
    }
}
